namespace ModBot.Discord.Tests.Support;

/// <summary>Payloads written for the tests.</summary>
internal static class Samples
{
    /// <summary>Guild 1000, owner 2000, channel 1002 with a topic, a thread 1004 in it, the bot with Manage Messages.</summary>
    public static string Guild { get; } = $$$"""
        {"id":"1000","name":"Testers","owner_id":"2000","unavailable":false,"member_count":3,"large":false,
         "roles":[{"id":"1000","name":"@everyone","permissions":"68608","position":0},
                  {"id":"1001","name":"bot","permissions":"1374389542918","position":5},
                  {"id":"1003","name":"mods","permissions":"8192","position":4}],
         "channels":[{"id":"1002","type":0,"name":"general","topic":"the topic","position":0,"permission_overwrites":[],"last_message_id":null},
                     {"id":"1005","type":4,"name":"category","position":0}],
         "threads":[{"id":"1004","type":11,"parent_id":"1002","name":"a thread","thread_metadata":{"archived":false}}],
         "members":[{"user":{"id":"2000","username":"owner"},"roles":[]},
                    {"user":{"id":"{{{ScriptedDiscord.BotId}}}","username":"modbot"},"roles":["1001"],"joined_at":"2020-01-01T00:00:00+00:00"}],
         "emojis":[],"features":[],"future_field":{"deep":[{"x":null}]}}
        """;

    public const string Message = """
        {"id":"1100000000000000000","channel_id":"1002","guild_id":"1000","type":0,"content":"buy now https://example.org",
         "timestamp":"2024-01-01T00:00:00.000000+00:00","edited_timestamp":null,"tts":false,"mention_everyone":false,
         "author":{"id":"3000","username":"spammer","global_name":"Spam Mer","avatar":null,"discriminator":"0"},
         "member":{"roles":["1003"],"nick":"Nick","joined_at":"2023-12-31T23:00:00.123000+00:00","deaf":false,"mute":false,"flags":0},
         "mentions":[{"id":"4000","username":"x"},{"id":"4000","username":"x"}],"mention_roles":["1003"],"attachments":[],"embeds":[],"pinned":false}
        """;

    public static string SlashCommand { get; } = $$$"""
        {"id":"5000","application_id":"{{{ScriptedDiscord.ApplicationId}}}","type":2,"token":"SECRET","version":1,"guild_id":"1000","channel_id":"1002",
         "locale":"de","app_permissions":"8",
         "member":{"user":{"id":"2000","username":"owner"},"roles":["1003"],"permissions":"8192","joined_at":"2020-01-01T00:00:00+00:00"},
         "data":{"id":"1","name":"terms","type":1,"options":[{"name":"list","type":2,"options":[{"name":"add","type":1,"options":[
            {"name":"term","type":3,"value":"free nitro"},{"name":"points","type":4,"value":3},{"name":"role","type":8,"value":"77"}]}]}]}}
        """;
}

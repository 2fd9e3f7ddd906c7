using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Messages;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Parsing;

public sealed class FrameProperties
{
    private static readonly string[] Names = ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE_BULK", "GUILD_CREATE", "CHANNEL_UPDATE", "THREAD_LIST_SYNC", "GUILD_ROLE_UPDATE", "GUILD_MEMBER_ADD", "INTERACTION_CREATE"];
    private static readonly string[] Bodies = [Samples.Message, Samples.Guild, Samples.SlashCommand];

    [Fact]
    public void Mutated_frames_are_read_or_refused_as_json_and_nothing_else()
    {
        using var stage = new DispatchStage(new EventLog());
        Gen<byte[]> mutated =
            from name in Gen.Elements(Names)
            from body in Gen.Elements(Bodies)
            from cuts in Gen.Choose(0, 6)
            from seed in Gen.Choose(0, int.MaxValue)
            select Mutate($$"""{"t":"{{name}}","s":5,"op":0,"d":{{body}}}""", cuts, new Random(seed));
        Prop.ForAll(mutated.ToArbitrary(), frame => Survives(stage, frame)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Any_json_in_any_place_is_read()
    {
        using var stage = new DispatchStage(new EventLog());
        Gen<string> values = Json(4);
        Gen<byte[]> frames =
            from name in Gen.Elements(Names)
            from value in values
            select Encoding.UTF8.GetBytes($$"""{"op":0,"s":1,"t":"{{name}}","d":{{value}}}""");
        Prop.ForAll(frames.ToArbitrary(), frame => Survives(stage, frame)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Any_text_comes_through_a_message_unchanged_but_for_half_characters()
    {
        var account = new BotAccount();
        var parser = new MessageParser(new GuildDirectory(account), account);
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            string json = $$"""{"id":"1","channel_id":"2","author":{"id":"3","username":"u"},"content":{{Escape(text)}}}""";
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            ChatMessage message = parser.Read(ref reader, isEdit: false).Message!;
            return message.Content == string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void The_order_of_the_envelopes_keys_does_not_matter()
    {
        string[] parts = ["\"t\":\"MESSAGE_CREATE\"", "\"s\":42", "\"op\":0", "\"d\":{\"id\":\"7\"}", "\"x\":[{\"op\":9}]"];
        Prop.ForAll(Gen.Shuffle(parts).ToArbitrary(), shuffled =>
        {
            var frame = GatewayFrame.Read(Encoding.UTF8.GetBytes($"{{{string.Join(',', shuffled)}}}"));
            bool isRead = frame.Op == 0 && frame.Sequence == 42 && frame.Event.SequenceEqual("MESSAGE_CREATE"u8) && frame.Data.TokenType == JsonTokenType.StartObject;
            return isRead && frame.Data.NextProperty(out ReadOnlySpan<byte> name) && name.SequenceEqual("id"u8) && frame.Data.ReadId() == 7;
        }).QuickCheckThrowOnFailure();
    }

    private static bool Survives(DispatchStage stage, byte[] frame)
    {
        try
        {
            stage.Dispatch(frame);
        }
        catch (JsonException)
        {
            // Refused as a whole, which the receive loop logs and passes over.
        }

        return true;
    }

    private static byte[] Mutate(string text, int cuts, Random random)
    {
        List<byte> bytes = [.. Encoding.UTF8.GetBytes(text)];
        for (int i = 0; i < cuts; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "{}[]\",:\\0n"u8[random.Next(10)]);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }

    private static Gen<string> Json(int depth)
    {
        Gen<string> leaf = Gen.Elements("null", "true", "1", "-1", "1.5e300", "99999999999999999999", "\"\"", "\"7\"", "\"1000\"", "\"x\"", "\"\\ud800\"", "\"2020-13-45T99:00:00Z\"");
        if (depth == 0)
            return leaf;
        string[] keys = ["id", "guild_id", "channel_id", "author", "member", "user", "roles", "content", "embeds", "fields", "components", "data", "options", "type", "token", "name", "value", "channels", "threads", "permission_overwrites", "message_snapshots", "message", "poll", "mentions", "role", "ids", "resolved", "messages", "target_id"];
        Gen<string> item = Gen.OneOf(leaf, Json(depth - 1));
        Gen<string> list = item.ListOf().Resize(4).Select(items => $"[{string.Join(',', items)}]");
        Gen<string> map = Gen.Elements(keys).Zip(item).ListOf().Resize(8).Select(pairs => $"{{{string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}");
        return Gen.OneOf(leaf, list, map, map);
    }

    private static string Escape(string text) => $"\"{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}\"";
}

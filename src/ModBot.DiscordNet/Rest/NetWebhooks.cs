using Discord;
using Discord.Rest;
using Discord.Webhook;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Rest;

/// <summary>Posting under another name: through one webhook of the bot's own in each channel, made when it is first needed.</summary>
internal sealed class NetWebhooks(ClientSource source, BotAccount account, PermissionCheck permissions, PermissionProbe probe)
{
    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken)
    {
        if (post.Content.Length is 0 or > OutgoingMessage.MaximumContent)
            return (new ActionOutcome(OutcomeKind.Rejected, $"The message has {post.Content.Length} characters; Discord takes 1 to {OutgoingMessage.MaximumContent}."), null);
        Snowflake? posted = null;
        ActionOutcome outcome = await probe.RunAsync(
            $"{Permissions.ManageWebhooks}:{channel.Value}",
            permissions.InChannel(guild, channel, Permissions.ManageWebhooks),
            () => Calls.TryAsync(async () => posted = await PostAsync(channel, post, cancellationToken), cancellationToken),
            cancellationToken);
        return (outcome, outcome.IsDone ? posted : null);
    }

    private async Task<Snowflake> PostAsync(Snowflake channel, WebhookPost post, CancellationToken cancellationToken)
    {
        // Threads have no webhooks: their channel's posts into them.
        RestChannel found = await source.Client.Rest.GetChannelAsync(channel.Value, Calls.Options(cancellationToken));
        ulong? thread = found is RestThreadChannel ? found.Id : null;
        RestChannel home = found is RestThreadChannel within ? await source.Client.Rest.GetChannelAsync(within.ParentChannelId, Calls.Options(cancellationToken)) : found;
        if (home is not IIntegrationChannel posts)
            throw new InvalidOperationException("The channel takes no webhooks.");
        IWebhook webhook = (await posts.GetWebhooksAsync(Calls.Options(cancellationToken))).FirstOrDefault(known => known.ApplicationId == account.ApplicationId.Value && known.Token is { Length: > 0 })
            ?? await posts.CreateWebhookAsync(WebhookNames.Own, options: Calls.Options(cancellationToken, "to post messages again that were removed by mistake"));
        using var client = new DiscordWebhookClient(webhook, new DiscordRestConfig { RestClientProvider = source.Rest, DefaultRetryMode = RetryMode.AlwaysRetry, UseSystemClock = false });
        ulong id = await client.SendMessageAsync(
            post.Content, username: WebhookNames.Allowed(post.Name), avatarUrl: post.Avatar?.AbsoluteUri, allowedMentions: AllowedMentions.None, threadId: thread, options: Calls.Options(cancellationToken));
        return new Snowflake(id);
    }
}

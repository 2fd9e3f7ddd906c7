using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>Posting under another name: through one webhook of the bot's own in each channel, made when it is first needed.</summary>
internal sealed class WebhookCalls(RestClient rest, GuildDirectory guilds, BotAccount account, PermissionCheck permissions, PermissionProbe probe)
{
    private const int Capacity = 1_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<Snowflake, (Snowflake Id, string Token)> _known = [];

    public async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken)
    {
        if (post.Content.Length is 0 or > OutgoingMessage.MaximumContent)
            return (new ActionOutcome(OutcomeKind.Rejected, $"The message has {post.Content.Length} characters; Discord takes 1 to {OutgoingMessage.MaximumContent}."), null);
        // Threads have no webhooks: their channel's posts into them.
        bool isThread = guilds.Find(guild.Value)?.FindChannel(channel.Value) is { IsThread: true };
        Snowflake home = isThread ? new Snowflake(guilds.Find(guild.Value)!.FindChannel(channel.Value)!.ParentId) : channel;
        Snowflake? posted = null;
        ActionOutcome outcome = await probe.RunAsync(
            $"{GuildPermissions.ManageWebhooks}:{home.Value}",
            permissions.InChannel(guild, home, GuildPermissions.ManageWebhooks),
            async () =>
            {
                (ActionOutcome sent, posted) = await PostAsync(home, isThread ? channel : null, post, cancellationToken);
                return sent;
            },
            cancellationToken);
        return (outcome, posted);
    }

    private async Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake home, Snowflake? thread, WebhookPost post, CancellationToken cancellationToken)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new WebhookMessageBody(post.Content, WebhookNames.Allowed(post.Name), post.Avatar, AllowedMentionsBody.Nobody), WireJson.Default.WebhookMessageBody);
        for (int attempt = 0; ; attempt++)
        {
            (ActionOutcome found, (Snowflake Id, string Token)? webhook) = await FindAsync(home, cancellationToken);
            if (webhook is not { } known)
                return (found, null);
            RestReply reply = await rest.SendAsync(RestRequest.Post(RestRoute.WebhookPost(known.Id, known.Token, thread), body) with { ExpectsJson = true, IsOnce = true }, cancellationToken);
            if (reply.IsSuccess)
                return (ActionOutcome.Done, ReplyJson.Read(reply.Body, ReplyJson.Default.MadeReply)?.Id);
            if (reply.Status is not (401 or 404) || attempt > 0)
                return (reply.ToOutcome(), null);
            // Somebody deleted the webhook: once more with a new one.
            lock (_lock)
                _known.Remove(home);
        }
    }

    private async Task<(ActionOutcome Outcome, (Snowflake Id, string Token)? Webhook)> FindAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(channel, out (Snowflake Id, string Token) known))
                return (ActionOutcome.Done, known);
        }

        RestReply listed = await rest.SendAsync(RestRequest.Get(RestRoute.Webhooks(channel)), cancellationToken);
        if (!listed.IsSuccess)
            return (listed.ToOutcome(), null);
        WebhookReply? own = ReplyJson.Read(listed.Body, ReplyJson.Default.WebhookReplyArray)?.FirstOrDefault(webhook => webhook.ApplicationId == account.ApplicationId && webhook.Token is { Length: > 0 });
        if (own is null)
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(new NewWebhookBody(WebhookNames.Own), WireJson.Default.NewWebhookBody);
            RestReply made = await rest.SendAsync(RestRequest.Post(RestRoute.Webhooks(channel), body, "to post messages again that were removed by mistake") with { ExpectsJson = true, IsOnce = true }, cancellationToken);
            if (!made.IsSuccess)
                return (made.ToOutcome(), null);
            own = ReplyJson.Read(made.Body, ReplyJson.Default.WebhookReply);
        }

        if (own is not { Token: { Length: > 0 } token })
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no webhook."), null);
        lock (_lock)
        {
            if (_known.Count >= Capacity)
                _known.Clear();
            _known[channel] = (own.Id, token);
        }

        return (ActionOutcome.Done, (own.Id, token));
    }
}

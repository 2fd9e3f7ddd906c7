using Discord;
using Discord.Rest;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Rest;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Rest;

/// <summary>AutoMod's rules through Discord.Net.</summary>
internal sealed class NetAutoMod(ClientSource source, PermissionCheck permissions, PermissionProbe probe) : IAutoModeration
{
    private const int UnknownRule = 10066;

    public async Task<(ActionOutcome Outcome, IReadOnlyList<AutoModRule> Rules)> ListAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        IReadOnlyList<AutoModRule> rules = [];
        ActionOutcome outcome = await CallAsync(guild, async server => rules = [.. (await server.GetAutoModRulesAsync(Calls.Options(cancellationToken))).Select(Map)], cancellationToken);
        return (outcome, outcome.IsDone ? rules : []);
    }

    public async Task<(ActionOutcome Outcome, AutoModRule? Rule)> SaveAsync(Snowflake guild, AutoModRule rule, string reason, CancellationToken cancellationToken)
    {
        AutoModRule? saved = null;
        ActionOutcome outcome = await CallAsync(
            guild,
            async server =>
            {
                RequestOptions options = Calls.Options(cancellationToken, reason);
                if (rule.Id is not { } id)
                {
                    saved = Map(await server.CreateAutoModRuleAsync(properties => Fill(properties, rule), options));
                    return;
                }

                RestAutoModRule known = await server.GetAutoModRuleAsync(id.Value, Calls.Options(cancellationToken));
                await known.ModifyAsync(properties => Fill(properties, rule), options);
                saved = Map(known);
            },
            cancellationToken);
        return (outcome, outcome.IsDone ? saved : null);
    }

    public async Task<ActionOutcome> DeleteAsync(Snowflake guild, Snowflake rule, string reason, CancellationToken cancellationToken)
    {
        ActionOutcome outcome = await CallAsync(
            guild,
            async server =>
            {
                RestAutoModRule known = await server.GetAutoModRuleAsync(rule.Value, Calls.Options(cancellationToken));
                await known.DeleteAsync(Calls.Options(cancellationToken, reason));
            },
            cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound && outcome.Detail.Contains($"({UnknownRule})", StringComparison.Ordinal) ? ActionOutcome.Done : outcome;
    }

    private Task<ActionOutcome> CallAsync(Snowflake guild, Func<RestGuild, Task> call, CancellationToken cancellationToken) => probe.RunAsync(
        $"{Permissions.ManageGuild}:{guild.Value}",
        permissions.InGuild(guild, Permissions.ManageGuild),
        () => Calls.TryAsync(async () => await call(await source.Client.Rest.GetGuildAsync(guild.Value, Calls.Options(cancellationToken))), cancellationToken),
        cancellationToken);

    private static void Fill(AutoModRuleProperties properties, AutoModRule rule)
    {
        properties.Name = rule.Name;
        properties.Enabled = rule.Enabled;
        properties.EventType = rule.Trigger == AutoModTriggerKind.Profile ? AutoModEventType.MemberUpdate : AutoModEventType.MessageSend;
        properties.TriggerType = (AutoModTriggerType)(int)rule.Trigger;
        properties.Actions = Actions(rule).ToArray();
        properties.ExemptRoles = rule.ExemptRoles.Select(role => role.Value).ToArray();
        properties.ExemptChannels = rule.ExemptChannels.Select(channel => channel.Value).ToArray();
        if (rule.Trigger is AutoModTriggerKind.Keyword or AutoModTriggerKind.Profile)
        {
            properties.KeywordFilter = rule.Keywords.ToArray();
            properties.RegexPatterns = rule.Patterns.ToArray();
        }

        if (rule.Trigger is AutoModTriggerKind.Keyword or AutoModTriggerKind.Profile or AutoModTriggerKind.Preset)
            properties.AllowList = rule.Allow.ToArray();
        if (rule.Trigger == AutoModTriggerKind.Preset)
            properties.Presets = rule.Presets.Select(preset => (KeywordPresetTypes)(int)preset).ToArray();
        if (rule.Trigger == AutoModTriggerKind.MentionSpam)
            properties.MentionLimit = rule.MentionLimit;
    }

    private static IEnumerable<AutoModRuleActionProperties> Actions(AutoModRule rule)
    {
        if (rule.Blocks && rule.Trigger == AutoModTriggerKind.Profile)
            yield return new AutoModRuleActionProperties { Type = AutoModActionType.BlockMemberInteraction };
        else if (rule.Blocks)
            yield return rule.BlockMessage.Length == 0
                ? new AutoModRuleActionProperties { Type = AutoModActionType.BlockMessage }
                : new AutoModRuleActionProperties { Type = AutoModActionType.BlockMessage, CustomMessage = rule.BlockMessage };
        if (rule.AlertChannel is { } channel)
            yield return new AutoModRuleActionProperties { Type = AutoModActionType.SendAlertMessage, ChannelId = channel.Value };
        if (rule.Timeout is { } timeout)
            yield return new AutoModRuleActionProperties { Type = AutoModActionType.Timeout, TimeoutDuration = timeout };
    }

    private static AutoModRule Map(RestAutoModRule rule)
    {
        AutoModRuleAction? block = rule.Actions.FirstOrDefault(action => action.Type is AutoModActionType.BlockMessage or AutoModActionType.BlockMemberInteraction);
        return new AutoModRule
        {
            Id = new Snowflake(rule.Id),
            Name = rule.Name,
            Trigger = (AutoModTriggerKind)(int)rule.TriggerType,
            Enabled = rule.Enabled,
            Keywords = [.. rule.KeywordFilter],
            Patterns = [.. rule.RegexPatterns],
            Allow = [.. rule.AllowList],
            Presets = [.. rule.Presets.Select(preset => (AutoModPreset)(int)preset)],
            MentionLimit = rule.MentionTotalLimit ?? 0,
            Blocks = block is not null,
            BlockMessage = block is { CustomMessage: { IsSpecified: true, Value: { } text } } ? text : "",
            AlertChannel = rule.Actions.FirstOrDefault(action => action.Type == AutoModActionType.SendAlertMessage)?.ChannelId is { } channel ? new Snowflake(channel) : null,
            Timeout = rule.Actions.FirstOrDefault(action => action.Type == AutoModActionType.Timeout)?.TimeoutDuration,
            ExemptRoles = [.. rule.ExemptRoles.Select(role => new Snowflake(role))],
            ExemptChannels = [.. rule.ExemptChannels.Select(exempt => new Snowflake(exempt))],
        };
    }
}

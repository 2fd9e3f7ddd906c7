using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules exempt</c>: roles and channels that a rule, or every rule, leaves alone.</summary>
internal sealed class RulesExempt(RuleWorkbench workbench) : ISubCommand
{
    public SubCommand Definition { get; } = new("exempt", "Leave a role or a channel alone, or look at it again.",
    [
        new CommandOption { Kind = CommandOptionKind.Role, Name = "role", Description = "Members with this role are left alone." },
        new CommandOption { Kind = CommandOptionKind.Channel, Name = "channel", Description = "Messages in this channel and its threads are left alone." },
        RuleOptions.Rule(isRequired: false, "The rule. Without one: every rule there is now."),
        new CommandOption { Kind = CommandOptionKind.Boolean, Name = "remove", Description = "Take the exemption back. Default: no." },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        Snowflake? role = interaction.Id("role");
        Snowflake? channel = interaction.Id("channel");
        if (role is null && channel is null)
            throw new CommandFault("Name what to leave alone: `role:` or `channel:`.");
        bool remove = interaction.Toggle("remove");
        string what = string.Join(" and ", new[] { role is null ? null : $"<@&{role}>", channel is null ? null : $"<#{channel}>" }.OfType<string>());
        string name = interaction.Text("rule") is { } typed ? RuleWorkbench.Find(await workbench.SourceAsync(interaction.GuildId, cancellationToken), typed).Name : "";
        StoredChange? stored = await workbench.ChangeAsync(
            interaction,
            $"{(remove ? "no longer exempt" : "exempt")} {(role is null ? "" : $"role {role} ")}{(channel is null ? "" : $"channel {channel} ")}{(name.Length == 0 ? "everywhere" : $"from {name}")}",
            source =>
            {
                RuleSet changed = source.Select(rule => name.Length == 0 || string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase) ? rule with { Scope = Changed(rule.Scope, role, channel, remove) } : rule);
                return changed.Rules.Zip(source.Rules).All(pair => Same(pair.First.Scope, pair.Second.Scope)) ? null : changed;
            },
            cancellationToken);
        string which = name.Length == 0 ? "every rule" : $"`{name}`";
        return CommandReply.Of(stored is null
            ? $"It is so already: {which} {(remove ? "looks at" : "leaves alone")} {what}."
            : $"From now on {which} {(remove ? "looks again at" : "leaves alone")} {what} (rules version {stored.Rules.Version}).");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => workbench.SuggestRulesAsync(interaction, cancellationToken);

    private static RuleScope Changed(RuleScope scope, Snowflake? role, Snowflake? channel, bool remove) => scope with
    {
        ExemptRoles = Changed(scope.ExemptRoles, role, remove),
        ExemptChannels = Changed(scope.ExemptChannels, channel, remove),
    };

    private static ImmutableArray<Snowflake> Changed(ImmutableArray<Snowflake> ids, Snowflake? id, bool remove)
    {
        if (id is not { } known)
            return ids;
        return remove ? ids.Remove(known) : ids.Contains(known) ? ids : ids.Add(known);
    }

    private static bool Same(RuleScope left, RuleScope right) => left.ExemptRoles.SequenceEqual(right.ExemptRoles) && left.ExemptChannels.SequenceEqual(right.ExemptChannels);
}

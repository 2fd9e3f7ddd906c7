using System.Collections.Immutable;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Strikes;

/// <summary><c>/strikes ladder</c>: shows what follows strikes, and changes it one step at a time.</summary>
internal sealed class StrikesLadder(GuildRules rules) : ISubCommand
{
    private const string Nothing = "nothing";
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>What a step can be here; rule documents can say more.</summary>
    private static readonly ImmutableArray<(string Name, Func<TimeSpan?, RuleAction> Make)> Steps =
    [
        ("timeout", duration => new TimeoutAction { Duration = duration ?? TimeSpan.FromHours(1) }),
        ("kick", _ => new KickAction()),
        ("ban", duration => new BanAction { Duration = duration ?? TimeSpan.Zero }),
        ("call moderators", _ => new AlertAction { Text = "{user} has {strikes} strike points (case {case}). Decide whether they may stay." }),
        ("warn", _ => new WarnAction()),
    ];

    public SubCommand Definition { get; } = new("ladder", "What follows strikes: shows it, or sets one step.",
    [
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "points", Description = "The step to set: at so many points…", Minimum = 1, Maximum = 1_000 },
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "action",
            Description = "… this follows.",
            Choices = [.. Steps.Select(step => new CommandChoice(step.Name, step.Name)), new CommandChoice("nothing: remove the step", Nothing)],
        },
        DurationOption.Of("duration", "For a timeout or a ban, e.g. 1h or 7d."),
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "decay", Description = "So many points fall off …", Minimum = 0, Maximum = 100 },
        DurationOption.Of("every", "… in this time, e.g. 7d."),
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        StrikePolicy before = (await rules.GetSourceAsync(interaction.GuildId, cancellationToken)).Strikes;
        StrikePolicy wanted = Read(interaction, before);
        if (wanted == before)
            return CommandReply.Of(Show(before, "To change a step: `/strikes ladder points:3 action:timeout duration:1h`."));
        RuleSet? stored = await rules.ChangeAsync(
            interaction.GuildId,
            interaction.User,
            "strikes ladder",
            source => Read(interaction, source.Strikes) is var changed && changed == source.Strikes ? null : source with { Version = source.Version + 1, Strikes = changed },
            cancellationToken);
        return CommandReply.Of(Show(stored?.Strikes ?? wanted, $"Rules version {stored?.Version}."));
    }

    private static string Show(StrikePolicy policy, string note)
    {
        string decay = policy.Decay > 0 ? $"{policy.Decay} point{(policy.Decay == 1 ? "" : "s")} fall off every {DurationText.Write(policy.Every)}." : "Points do not fall off.";
        return $"{LadderText.Of(policy)}\n{decay} {note}";
    }

    private static StrikePolicy Read(Interaction interaction, StrikePolicy policy)
    {
        StrikePolicy changed = policy with
        {
            Decay = (int)Math.Clamp(interaction.Integer("decay") ?? policy.Decay, 0, 100),
            Every = DurationOption.Read(interaction, "every", policy.Every, Shortest, Longest),
        };
        (long? points, string? name) = (interaction.Integer("points"), interaction.Text("action"));
        if (points is null && name is null)
            return changed;
        if (points is not (>= 1 and <= 1_000) || name is null)
            throw new CommandFault("A step needs both: `/strikes ladder points:3 action:timeout duration:1h`.");
        ImmutableArray<LadderStep> others = changed.Ladder.RemoveAll(step => step.At == points);
        if (string.Equals(name, Nothing, StringComparison.OrdinalIgnoreCase))
            return changed with { Ladder = others };
        if (others.Length >= StrikePolicy.MaximumSteps)
            throw new CommandFault($"A ladder has at most {StrikePolicy.MaximumSteps} steps. Remove one first: `action:nothing`.");
        RuleAction action = ActionOf(interaction, name);
        return changed with { Ladder = [.. others.Add(new LadderStep((int)points, action)).OrderBy(step => step.At)] };
    }

    private static RuleAction ActionOf(Interaction interaction, string name)
    {
        int index = Steps.IndexOf(Steps.FirstOrDefault(step => string.Equals(step.Name, name, StringComparison.OrdinalIgnoreCase)));
        if (index < 0)
            throw new CommandFault($"The action is one of {string.Join(", ", Steps.Select(step => step.Name))}, {Nothing}.");
        TimeSpan? duration = interaction.Text("duration") is null ? null : DurationOption.Read(interaction, "duration", TimeSpan.Zero, TimeSpan.FromSeconds(1), Longest);
        RuleAction action = Steps[index].Make(duration);
        IReadOnlyList<OptionFault> faults = ActionRegistry.BuiltIn.Of(action.Kind).Validate(action);
        return faults.Count == 0 ? action : throw new CommandFault(string.Join(' ', faults.Select(fault => fault.ToString())));
    }
}

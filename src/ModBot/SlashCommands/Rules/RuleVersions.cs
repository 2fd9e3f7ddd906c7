using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary>A guild's versions of its rules, for the commands that name one. Version 1 is the default rule set, which is not stored.</summary>
internal sealed class RuleVersions(IRuleSetStore store)
{
    private const int Listed = 100;

    /// <summary>An option that takes a version's number.</summary>
    public static CommandOption Option(string name, string description, bool isRequired) =>
        new() { Kind = CommandOptionKind.Integer, Name = name, Description = description, IsRequired = isRequired, Minimum = 1, Autocompletes = true };

    /// <exception cref="CommandFault">There is no such version.</exception>
    public async Task<RuleSet> FindAsync(Snowflake guild, long version, CancellationToken cancellationToken)
    {
        if (version is >= 1 and <= int.MaxValue && await store.FindAsync(guild, (int)version, cancellationToken) is { } found)
            return found.Rules;
        return version == 1 ? DefaultRuleSet.Create() : throw new CommandFault($"There is no version {version} of the rules. `/rules history` lists them.");
    }

    /// <summary>The newest versions, newest first.</summary>
    public Task<IReadOnlyList<RuleSetRevision>> ListAsync(Snowflake guild, int count, CancellationToken cancellationToken) => store.ListAsync(guild, count, cancellationToken);

    public async Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string typed = interaction.Typed();
        IReadOnlyList<RuleSetRevision> revisions = await store.ListAsync(interaction.GuildId, Listed, cancellationToken);
        return
        [
            .. revisions.Select(revision => (revision.Rules.Version, Label: $"{revision.Rules.Version} · {revision.Summary} · {revision.AuthorName}, {revision.At:yyyy-MM-dd HH:mm}"))
                .Append((Version: 1, Label: "1 · the rules a server starts with"))
                .Where(choice => $"{choice.Version}".StartsWith(typed, StringComparison.Ordinal))
                .Take(RuleWorkbench.Suggestions)
                .Select(choice => new CommandChoice(SafeText.Cut(choice.Label, 100), $"{choice.Version}")),
        ];
    }
}

using System.Text;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules list</c>: every rule with its filter, verdict and mode.</summary>
internal sealed class RulesList(GuildRules rules) : ISubCommand
{
    private const int LongestPage = 1_700;

    public SubCommand Definition { get; } = new("list", "Every rule with its filter, verdict and mode.",
    [
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "page", Description = "Which page, where the rules fill more than one.", Minimum = 1, Maximum = 100 },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        RuleMode mode = await rules.ModeAsync(interaction.GuildId, cancellationToken);
        List<string> pages = Pages(source.Rules.Select(Line));
        int page = (int)Math.Clamp(interaction.Integer("page") ?? 1, 1, pages.Count);
        string hint = mode switch
        {
            RuleMode.Shadow => "\nThe server is in **shadow** mode: verdicts are recorded, nothing is done. `/rules mode mode:enforce` turns it on.",
            RuleMode.Off => "\nThe server's mode is **off**: nothing is looked at. `/rules mode mode:shadow` looks and records.",
            _ => "",
        };
        string more = pages.Count == 1 ? "" : $"\nPage {page} of {pages.Count}{(page < pages.Count ? $": `/rules list page:{page + 1}` goes on" : "")}.";
        return CommandReply.Of($"Rules version {source.Version}: {source.Rules.Length} rules, server mode **{RuleWorkbench.Lower(mode)}**{hint}\n{pages[page - 1]}{more}");
    }

    private static string Line(Rule rule)
    {
        string mode = rule.Mode == RuleMode.Enforce ? "" : $" · **{RuleWorkbench.Lower(rule.Mode)}**";
        string filter = string.Equals(rule.Filter, rule.Name, StringComparison.Ordinal) ? "" : $" (filter {rule.Filter})";
        return $"`{rule.Name}` → {RuleWorkbench.Lower(rule.Verdict)}{filter}{mode}";
    }

    private static List<string> Pages(IEnumerable<string> lines)
    {
        var pages = new List<string>();
        var page = new StringBuilder();
        foreach (string line in lines)
        {
            if (page.Length + line.Length > LongestPage)
            {
                pages.Add(page.ToString());
                page.Clear();
            }

            page.Append(line).Append('\n');
        }

        if (page.Length > 0 || pages.Count == 0)
            pages.Add(page.Length == 0 ? "There are none. `/rules add filter:…` makes one." : page.ToString());
        return pages;
    }
}

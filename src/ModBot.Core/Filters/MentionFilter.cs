using System.Buffers;
using System.Globalization;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>The parameters of <see cref="MentionFilter"/>.</summary>
public sealed record MentionFilterOptions : FilterOptions
{
    /// <summary>So many users mentioned in one message hit.</summary>
    public int Users { get; init; } = 8;

    /// <summary>So many roles mentioned in one message hit.</summary>
    public int Roles { get; init; } = 4;

    /// <summary>So many users and roles together hit; 0 for no limit.</summary>
    public int Total { get; init; }

    /// <summary>The same user or role mentioned again counts once only.</summary>
    public bool Distinct { get; init; } = true;

    /// <summary>Writing @everyone or @here hits, whether or not the author may ping everyone.</summary>
    public bool Everyone { get; init; } = true;
}

/// <summary>Too many mentions in one message, or an attempt to ping everyone.</summary>
public sealed class MentionFilter : FilterDefinition<MentionFilterOptions>
{
    private static readonly OptionSchema<MentionFilterOptions> Schemas = new OptionSchema<MentionFilterOptions>()
        .Integer("users", "So many users in one message hit.", 1, 100, options => options.Users, (options, value) => options with { Users = value })
        .Integer("roles", "So many roles in one message hit.", 1, 100, options => options.Roles, (options, value) => options with { Roles = value })
        .Integer("total", "So many users and roles together hit; 0 for no limit.", 0, 200, options => options.Total, (options, value) => options with { Total = value })
        .Toggle("distinct", "The same one mentioned again counts once only.", options => options.Distinct, (options, value) => options with { Distinct = value })
        .Toggle("everyone", "Attempts to ping everyone or here hit too.", options => options.Everyone, (options, value) => options with { Everyone = value });

    private static readonly SearchValues<string> EveryoneMarks = SearchValues.Create(["@everyone", "@here"], StringComparison.OrdinalIgnoreCase);

    public override string Id => "mentions";

    public override string Description => "Many users or roles mentioned in one message, or an attempt to ping everyone.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("<@1> <@2> <@3> <@4> <@5> <@6> <@!7> <@8> look", Hits: true),
        new("<@1> <@2> <@3> <@4> <@5> <@6> <@7> <@7> <@7> look", Hits: false),
        new("<@1> <@1> <@1> <@1> <@1> <@1> <@1> <@1> look", Hits: true, new MentionFilterOptions { Distinct = false }),
        new("<@1> <@2> <@&3> <@&4>", Hits: true, new MentionFilterOptions { Total = 4 }),
        new("<@1> <@2> <@&3>", Hits: false, new MentionFilterOptions { Total = 4 }),
        new("<@&1> <@&2> <@&3> <@&4>", Hits: true),
        new("<@&1> <@&2> <@&3>", Hits: false),
        new("come all", Hits: true) { Change = message => message with { MentionedUsers = [.. Enumerable.Range(1, 8).Select(id => new Snowflake((ulong)id))] } },
        new("come all", Hits: true) { Change = message => message with { MentionedRoles = [.. Enumerable.Range(1, 4).Select(id => new Snowflake((ulong)id))] } },
        new("hey @everyone free stuff", Hits: true),
        new("@here", Hits: true),
        new("mail me: someone@hereford.example", Hits: false),
        new("the `@everyone` role has no colour", Hits: false),
    ];

    protected override OptionSchema<MentionFilterOptions> Options => Schemas;

    protected override ICompiledFilter Compile(MentionFilterOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(MentionFilterOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            ChatMessage message = inspection.Message;
            if (!MayMention(inspection))
                return;
            var distinctUsers = new HashSet<Snowflake>(message.MentionedUsers);
            var distinctRoles = new HashSet<Snowflake>(message.MentionedRoles);
            int writtenUsers = 0;
            int writtenRoles = 0;
            Evidence? everyone = null;
            foreach (SurfaceView surface in inspection.Surfaces)
            {
                (int more, int moreRoles) = MentionReader.Collect(surface.Text.Original, distinctUsers, distinctRoles);
                writtenUsers += more;
                writtenRoles += moreRoles;
                everyone ??= options.Everyone ? EveryoneIn(surface) : null;
            }

            int users = options.Distinct ? distinctUsers.Count : Math.Max(writtenUsers, distinctUsers.Count);
            int roles = options.Distinct ? distinctRoles.Count : Math.Max(writtenRoles, distinctRoles.Count);
            if (users >= options.Users)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{users} users mentioned (limit {options.Users})")) { Score = users });
            if (roles >= options.Roles)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{roles} roles mentioned (limit {options.Roles})")) { Score = roles });
            if (options.Total > 0 && users + roles >= options.Total)
                hits.Add(new FilterFinding(string.Create(CultureInfo.InvariantCulture, $"{users + roles} users and roles mentioned (limit {options.Total})")) { Score = users + roles });
            if (everyone is not null)
                hits.Add("an attempt to ping everyone", everyone);
            else if (options.Everyone && message.MentionsEveryone)
                hits.Add("the message pinged everyone");
        }

        private static bool MayMention(Inspection inspection)
        {
            ChatMessage message = inspection.Message;
            if (message.MentionedUsers.Count > 0 || message.MentionedRoles.Count > 0 || message.MentionsEveryone)
                return true;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                if (inspection.Surfaces[i].Text.Original.Contains('@', StringComparison.Ordinal))
                    return true;
            }

            return false;
        }

        private static Evidence? EveryoneIn(SurfaceView surface)
        {
            string text = surface.Text.Original;
            for (int from = 0; from < text.Length;)
            {
                int at = text.AsSpan(from).IndexOfAny(EveryoneMarks);
                if (at < 0)
                    return null;
                int start = from + at;
                int length = text.AsSpan(start).StartsWith("@here", StringComparison.OrdinalIgnoreCase) ? "@here".Length : "@everyone".Length;
                int end = start + length;
                bool stands = (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '`')) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
                if (stands)
                    return surface.OriginalEvidence(start, length);
                from = end;
            }

            return null;
        }
    }
}

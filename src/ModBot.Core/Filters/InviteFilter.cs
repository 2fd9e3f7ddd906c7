using System.Collections.Immutable;
using System.Globalization;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="InviteFilter"/>.</summary>
public sealed record InviteOptions : FilterOptions
{
    /// <summary>Invite codes and vanity names that are fine. At most 500 of 64 characters; case matters, as it does to Discord.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Ids of servers that may be invited to, at most 255.</summary>
    public ImmutableArray<string> AllowServers { get; init; } = [];

    /// <summary>With anything here or in <see cref="DenyServers"/> only such invites hit. At most 500 codes and vanity names.</summary>
    public ImmutableArray<string> Deny { get; init; } = [];

    /// <summary>Ids of servers that may not be invited to, at most 255.</summary>
    public ImmutableArray<string> DenyServers { get; init; } = [];

    /// <summary>Invites to the server itself are fine, once it is known where they lead.</summary>
    public bool AllowOwn { get; init; } = true;

    /// <summary>Invites to groups of direct messages are fine.</summary>
    public bool AllowGroups { get; init; }

    /// <summary>Which texts to look at; none named means all.</summary>
    public ImmutableArray<TextTarget> Targets { get; init; } = [];
}

/// <summary>Hits on invites to other servers. One of which nobody knows where it leads counts as foreign.</summary>
public sealed class InviteFilter : FilterDefinition<InviteOptions>
{
    private const int MostCodes = 500;
    private const int LongestCode = 64;
    private const int MostServers = 255;
    private const int LongestId = 20;

    public override string Id => "invite";

    public override string Description => "Invites to other servers, obfuscated ones too.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("join discord.gg/abc123", true),
        new("join discord . gg / abc123", true),
        new("https://discord.com/invite/abc123", true),
        new("https://discord.com/channels/1/2/3", false),
        new("discord.gg/ours is ours", false, new InviteOptions { Allow = ["ours"] }),
        new("discord.gg/ours and discord.gg/theirs", true, new InviteOptions { Allow = ["https://discord.gg/ours"] }),
        new("discord.gg/theirs", true, new InviteOptions { Deny = ["theirs"] }),
        new("discord.gg/others", false, new InviteOptions { Deny = ["theirs"] }),
        new("the discord server is great. gg", false),
    ];

    protected override OptionSchema<InviteOptions> Options { get; } = new OptionSchema<InviteOptions>()
        .TextList("allow", "Codes and vanity names that are fine.", MostCodes, LongestCode, o => o.Allow, (o, v) => o with { Allow = v })
        .TextList("allow-servers", "Ids of servers that may be invited to.", MostServers, LongestId, o => o.AllowServers, (o, v) => o with { AllowServers = v })
        .TextList("deny", "Codes and vanity names; with any here or in deny-servers only those hit.", MostCodes, LongestCode, o => o.Deny, (o, v) => o with { Deny = v })
        .TextList("deny-servers", "Ids of servers that may not be invited to.", MostServers, LongestId, o => o.DenyServers, (o, v) => o with { DenyServers = v })
        .Toggle("allow-own", "Invites to the server itself are fine.", o => o.AllowOwn, (o, v) => o with { AllowOwn = v })
        .Toggle("allow-groups", "Invites to groups of direct messages are fine.", o => o.AllowGroups, (o, v) => o with { AllowGroups = v })
        .Targets(o => o.Targets, (o, v) => o with { Targets = v });

    protected override void Check(InviteOptions options, List<OptionFault> faults)
    {
        CheckIds("allow-servers", options.AllowServers, faults);
        CheckIds("deny-servers", options.DenyServers, faults);
    }

    protected override ICompiledFilter Compile(InviteOptions options, FilterCompilation compilation) => new Compiled(options);

    private static void CheckIds(string option, ImmutableArray<string> ids, List<OptionFault> faults)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            if (!Snowflake.TryParse(ids[i].Trim(), CultureInfo.InvariantCulture, out _))
                faults.Add(new OptionFault($"{option}[{i}]", "must be a server's id: digits"));
        }
    }

    private sealed class Compiled(InviteOptions options) : ICompiledFilter
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> allowed = Codes(options.Allow);
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> denied = Codes(options.Deny);
        private readonly HashSet<Snowflake> allowedServers = Ids(options.AllowServers);
        private readonly HashSet<Snowflake> deniedServers = Ids(options.DenyServers);
        private readonly TargetSet targets = new(options.Targets);

        private bool DeniesSome => denied.Set.Count + deniedServers.Count > 0;

        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (!targets.Covers(surface.Kind))
                    continue;
                foreach (ref readonly Link link in surface.Links.All)
                {
                    if (InviteLinks.TryRead(surface.Links.Host(link), surface.Links.Path(link), out ReadOnlySpan<char> code) && Fault(inspection, code) is { } reason)
                        hits.Add(reason, surface.OriginalEvidence(link.Start, link.Length));
                }
            }
        }

        private string? Fault(Inspection inspection, ReadOnlySpan<char> code)
        {
            if (allowed.Contains(code))
                return null;
            bool looksUp = options.AllowOwn || options.AllowGroups || allowedServers.Count + deniedServers.Count > 0;
            InviteTarget? target = looksUp ? inspection.Invite(code) : null;
            Snowflake? server = target?.Guild;
            if (server is { } known && (allowedServers.Contains(known) || (options.AllowOwn && known == inspection.Occurrence.GuildId)))
                return null;
            if (options.AllowGroups && target is { IsGroup: true })
                return null;
            if (DeniesSome && !denied.Contains(code) && !(server is { } id && deniedServers.Contains(id)))
                return null;
            return target switch
            {
                { Guild: { } other } => $"Invite {code} to another server ({other}).",
                { IsGroup: true } => $"Invite {code} to a group of direct messages.",
                { } => $"Invite {code} that leads nowhere any more.",
                _ => $"Invite {code} to another server.",
            };
        }

        private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Codes(ImmutableArray<string> codes) =>
            codes.Select(code => code.Trim().TrimEnd('/')).Select(code => code[(code.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private static HashSet<Snowflake> Ids(ImmutableArray<string> ids) => [.. ids.Select(id => Snowflake.Parse(id.Trim(), CultureInfo.InvariantCulture))];
    }
}

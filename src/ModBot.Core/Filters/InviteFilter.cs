using System.Collections.Immutable;
using ModBot.Core.Links;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="InviteFilter"/>.</summary>
public sealed record InviteOptions : FilterOptions
{
    /// <summary>Invite codes and vanity names that are fine, the server's own among them. At most 500 of 64 characters; case matters, as it does to Discord.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];
}

/// <summary>Hits on invites to other servers.</summary>
public sealed class InviteFilter : FilterDefinition<InviteOptions>
{
    private const int MostCodes = 500;
    private const int LongestCode = 64;

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
        new("discord.gg/ours and discord.gg/theirs", true, new InviteOptions { Allow = ["ours"] }),
        new("the discord server is great. gg", false),
    ];

    protected override OptionSchema<InviteOptions> Options { get; } = new OptionSchema<InviteOptions>()
        .TextList("allow", "Codes and vanity names that are fine, such as the server's own.", MostCodes, LongestCode, o => o.Allow, (o, v) => o with { Allow = v });

    protected override ICompiledFilter Compile(InviteOptions options, FilterCompilation compilation) =>
        new Compiled(options.Allow.Select(code => code.Trim()[(code.Trim().LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    private sealed class Compiled(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> allowed) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                foreach (ref readonly Link link in surface.Links.All)
                {
                    if (InviteLinks.TryRead(surface.Links.Host(link), surface.Links.Path(link), out ReadOnlySpan<char> code) && !allowed.Contains(code))
                        hits.Add($"Invite {code} to another server.", surface.OriginalEvidence(link.Start, link.Length));
                }
            }
        }
    }
}

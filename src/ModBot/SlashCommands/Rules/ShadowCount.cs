using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.SlashCommands.Rules;

/// <summary>What a rule in shadow would have done, by the cases that were stored.</summary>
/// <param name="Hits">Its hits by what they would have come to.</param>
/// <param name="Authors">Their different authors.</param>
/// <param name="OldAccounts">Those of them whose accounts were a year old or more.</param>
/// <param name="Overlaps">Rules that acted on the same messages, most first.</param>
/// <param name="Alone">Hits on messages that no other rule acted on.</param>
/// <param name="Since">The oldest case that was looked at.</param>
/// <param name="Samples">The newest cases.</param>
internal sealed record ShadowCount(
    ImmutableSortedDictionary<Disposition, int> Hits, int Authors, int OldAccounts, ImmutableArray<(string Rule, int Messages)> Overlaps, int Alone, DateTimeOffset? Since, ImmutableArray<long> Samples)
{
    public int HitCount => Hits.Values.Sum();
}

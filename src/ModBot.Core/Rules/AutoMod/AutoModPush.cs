using System.Collections.Immutable;
using ModBot.Core.Platform;

namespace ModBot.Core.Rules.AutoMod;

/// <summary>A rule as AutoMod would have it.</summary>
/// <param name="Rule">Null where AutoMod cannot express it.</param>
/// <param name="Obstacles">Why not, one sentence each, with what to change; empty where there is a rule.</param>
/// <param name="Losses">What AutoMod does not do of what the rule does; the rule should therefore stay on.</param>
public sealed record AutoModPush(AutoModRule? Rule, ImmutableArray<string> Obstacles, ImmutableArray<string> Losses);

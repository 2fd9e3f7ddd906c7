using System.Runtime.InteropServices;

namespace ModBot.Core.Filters.History;

/// <summary>What a history keeps.</summary>
public enum HistoryPart
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each author's messages.</summary>
    Authors,

    /// <summary>Sums per channel or for the whole server.</summary>
    Sums,

    /// <summary>Who posted the same.</summary>
    Contents,

    /// <summary>Who joined and left.</summary>
    Members,
}

/// <summary>What a filter looks up in the history.</summary>
/// <param name="Part">Which part of it.</param>
/// <param name="Window">How far back, at most <see cref="BehaviourHistory.LongestWindow"/>.</param>
/// <param name="What">For sums: what is added up.</param>
/// <param name="Per">For sums: per channel or server.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HistoryNeed(HistoryPart Part, TimeSpan Window, FloodKind What = default, FloodScope Per = default);

using ModBot.Core.Messages;

namespace ModBot.Core.Verdicts;

/// <summary>What a filter saw, where.</summary>
/// <param name="Surface">The kind of text it stood in.</param>
/// <param name="SurfaceIndex">0-based, per kind.</param>
/// <param name="Start">First UTF-16 position of the span in the original text; 0 where the whole message is meant.</param>
/// <param name="Length">UTF-16 units; 0 where no span can be named (counts, scores).</param>
/// <param name="Original">The span as the author wrote it.</param>
/// <param name="Normalised">The span as the filter read it; equal to <paramref name="Original"/> where nothing was folded.</param>
public sealed record Evidence(SurfaceKind Surface, int SurfaceIndex, int Start, int Length, string Original, string Normalised);

namespace ModBot.Core.Messages;

/// <summary>One text of a message and where it stood.</summary>
/// <param name="Kind">The place.</param>
/// <param name="Index">0-based, counted per kind.</param>
/// <param name="Text">Never empty.</param>
public readonly record struct MessageSurface(SurfaceKind Kind, int Index, string Text);

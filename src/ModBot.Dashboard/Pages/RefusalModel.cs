namespace ModBot.Dashboard.Pages;

/// <summary>Why there is no page.</summary>
public sealed record RefusalModel(PageFrame Frame, string Text);

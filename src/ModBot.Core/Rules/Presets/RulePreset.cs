namespace ModBot.Core.Rules.Presets;

/// <summary>A ready-made pack of rules.</summary>
/// <param name="Name">1..32 characters of a-z and hyphen.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="Document">A rule document. Its rules take the place of those of the same names.</param>
public sealed record RulePreset(string Name, string Description, string Document);

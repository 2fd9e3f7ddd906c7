namespace ModBot.Sandbox;

/// <summary>An autocomplete suggestion.</summary>
/// <param name="Name">What the person sees.</param>
/// <param name="Value">What is sent, as text.</param>
public sealed record SandboxChoice(string Name, string Value);

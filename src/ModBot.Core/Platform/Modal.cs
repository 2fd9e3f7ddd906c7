using System.Collections.Immutable;

namespace ModBot.Core.Platform;

/// <summary>A form shown in answer to a command or a component.</summary>
/// <param name="CustomId">1..100 characters.</param>
/// <param name="Title">1..45 characters.</param>
/// <param name="Inputs">1..5.</param>
public sealed record Modal(string CustomId, string Title, ImmutableArray<ModalInput> Inputs);

/// <summary>A text input of a form.</summary>
/// <param name="CustomId">1..100 characters, unique in the form.</param>
/// <param name="Label">1..45 characters.</param>
/// <param name="IsParagraph">Several lines.</param>
/// <param name="IsRequired">Must be filled.</param>
/// <param name="MaximumLength">1..4,000.</param>
/// <param name="Value">What stands in it at first.</param>
/// <param name="Placeholder">At most 100 characters.</param>
public sealed record ModalInput(string CustomId, string Label, bool IsParagraph = false, bool IsRequired = true, int MaximumLength = 4000, string? Value = null, string? Placeholder = null);

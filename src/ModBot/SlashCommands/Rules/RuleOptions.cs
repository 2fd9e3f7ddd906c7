using System.Collections.Immutable;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.SlashCommands.Rules;

/// <summary>Options that several of the commands about rules have.</summary>
internal static class RuleOptions
{
    /// <summary>A rule's name, suggested while typing.</summary>
    public static CommandOption Rule(bool isRequired, string description = "The rule.") =>
        new() { Kind = CommandOptionKind.String, Name = "rule", Description = description, IsRequired = isRequired, Autocompletes = true, Maximum = 32 };

    public static CommandOption Verdict { get; } = new()
    {
        Kind = CommandOptionKind.String,
        Name = "verdict",
        Description = "The harshest that a hit may ask for. Default: flag.",
        Choices = Choices<Disposition>(),
    };

    public static CommandOption Mode(bool isRequired, string description) =>
        new() { Kind = CommandOptionKind.String, Name = "mode", Description = description, IsRequired = isRequired, Choices = Choices<RuleMode>() };

    /// <summary>What a choice's value says; the fallback where it is absent.</summary>
    /// <exception cref="CommandFault">It is none of the choices.</exception>
    public static TEnum Read<TEnum>(Interaction interaction, string name, TEnum fallback)
        where TEnum : struct, Enum
    {
        if (interaction.Text(name) is not { } text)
            return fallback;
        return Enum.GetValues<TEnum>().Where(value => string.Equals(RuleWorkbench.Lower(value), text, StringComparison.OrdinalIgnoreCase)).Cast<TEnum?>().FirstOrDefault()
            ?? throw new CommandFault($"`{name}` is one of {string.Join(", ", Enum.GetValues<TEnum>().Select(RuleWorkbench.Lower))}.");
    }

    private static ImmutableArray<CommandChoice> Choices<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => new CommandChoice(RuleWorkbench.Lower(value), RuleWorkbench.Lower(value)))];
}

namespace ModBot.Core.Filters;

/// <summary>What is wrong with an option, and where.</summary>
/// <param name="Path">The option's name, with an index for lists (<c>terms[3]</c>); empty for the whole.</param>
/// <param name="Message">One sentence that says what is allowed.</param>
public sealed record OptionFault(string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

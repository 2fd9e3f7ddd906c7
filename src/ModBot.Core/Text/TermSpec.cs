namespace ModBot.Core.Text;

/// <summary>A term to look for.</summary>
/// <param name="Text">
/// A word or phrase. An asterisk at either end opens that end: <c>foo*</c> matches words that begin with foo.
/// </param>
/// <param name="WholeWord">The ends without an asterisk must be at the edge of a word.</param>
/// <param name="Evasion">How far its spelling may be bent.</param>
/// <param name="Allowed">Does not hit, but keeps the owner's other terms from hitting inside its span.</param>
/// <param name="CaseSensitive">Capitals matter too; only without evasion.</param>
public readonly record struct TermSpec(string Text, bool WholeWord = true, Evasion Evasion = Evasion.Normal, bool Allowed = false, bool CaseSensitive = false)
{
    /// <summary>Null where the term can be looked for; else what is wrong with it, one sentence.</summary>
    public static string? Fault(string text)
    {
        string core = text.Trim().Trim('*');
        if (core.Length == 0)
            return "must have something besides blanks and asterisks";
        var folded = new FoldedText();
        TextFolder.Fold(core, folded);
        return folded.Span.Trim().IsEmpty ? "has nothing that shows" : null;
    }
}

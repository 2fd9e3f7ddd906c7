namespace ModBot.Core.Text;

/// <summary>Reads terms as texts will be read, with buffers that serve all terms of a compilation.</summary>
internal sealed class TermReader
{
    private readonly TextViews views = new();
    private readonly TextViews again = new();

    /// <summary>Adds the term as folded; and where its letters are drawn like Latin ones, as it would be read beside Latin text.</summary>
    public void AddReadings(TermSpec spec, int owner, int number, List<CompiledTerm> into)
    {
        string raw = spec.Text.Trim();
        bool openStart = !spec.WholeWord || raw.StartsWith('*');
        bool openEnd = !spec.WholeWord || raw.EndsWith('*');
        raw = raw.Trim('*');
        views.Load(raw);
        string native = views.Folded.Span.Trim().ToString();
        ScriptReading.ForceLatin(raw, views.Folded);
        ReadOnlySpan<char> latin = views.Folded.Span.Trim();
        Add(native);
        if (!latin.SequenceEqual(native))
            Add(latin.ToString());

        void Add(string folded)
        {
            if (folded.Length is 0 or > CompiledTerm.MaximumLength)
                return;
            again.Load(folded);
            into.Add(new CompiledTerm(owner, number, raw, folded, again.Squeezed.ToString(), openStart, openEnd, spec.Evasion, spec.Allowed, spec.CaseSensitive));
        }
    }
}

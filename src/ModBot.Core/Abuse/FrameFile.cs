using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>
/// Reads frames, one a line: <c>category severity [neg] [said] [firm] [weak] | places</c>. Places stand apart by blanks: a word, <c>@class</c>,
/// <c>@class+class</c> (both), <c>@class~class</c> (not the second), alternatives with <c>|</c>, a trailing <c>?</c> for optional,
/// <c>!x</c> for "x does not follow", <c>..n</c> for up to n words, <c>/</c> for a clause's edge (also among alternatives),
/// <c>^</c> for a sentence's, <c>#</c> for the message's.
/// A line <c>NAME = a|b|c</c> names alternatives that later lines use as <c>$NAME</c>.
/// </summary>
internal static class FrameFile
{
    /// <param name="text">The file's content.</param>
    /// <param name="intern">Gives a word its number.</param>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static List<Frame> Read(string text, Func<string, int> intern)
    {
        var frames = new List<Frame>();
        var names = new Dictionary<string, FrameAtom[]>(StringComparer.Ordinal);
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line.StartsWith("##", StringComparison.Ordinal))
                continue;
            int equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals > 0)
            {
                names[line[..equals]] = ReadAtoms(line[(equals + 3)..], names, intern);
                continue;
            }

            int bar = line.IndexOf(" | ", StringComparison.Ordinal);
            if (bar < 0)
                throw new FormatException($"Frame '{line}' has no ' | ' behind its head.");
            frames.Add(ReadFrame(number, line[..bar], line[(bar + 3)..], names, intern));
        }

        return frames;
    }

    private static Frame ReadFrame(int line, string head, string places, Dictionary<string, FrameAtom[]> names, Func<string, int> intern)
    {
        string[] parts = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !CategoryNames.TryParse(parts[0], out Category category))
            throw new FormatException($"Frame head '{head}' names no category.");
        FrameElement[] elements =
            [.. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => ReadElement(place, names, intern))];
        return new Frame(category, int.Parse(parts[1]), elements)
        {
            Line = line,
            DespiteNegation = parts.Contains("neg"),
            DespiteReport = parts.Contains("said"),
            DespitePlay = parts.Contains("firm"),
            Weak = parts.Contains("weak"),
        };
    }

    private static FrameElement ReadElement(string place, Dictionary<string, FrameAtom[]> names, Func<string, int> intern)
    {
        switch (place)
        {
            case "/":
                return new FrameElement(FrameElementKind.ClauseEdge, []);
            case "^":
                return new FrameElement(FrameElementKind.SentenceEdge, []);
            case "#":
                return new FrameElement(FrameElementKind.MessageEdge, []);
        }

        if (place.StartsWith("..", StringComparison.Ordinal))
            return new FrameElement(FrameElementKind.Gap, [], Width: int.Parse(place[2..]));
        if (place[0] == '!')
            return new FrameElement(FrameElementKind.NotAhead, ReadAtoms(place[1..], names, intern));
        bool optional = place[^1] == '?';
        string alternatives = optional ? place[..^1] : place;
        string[] withoutEdge = [.. alternatives.Split('|').Where(one => one != "/")];
        bool orEdge = withoutEdge.Length <= alternatives.Count(c => c == '|');
        alternatives = string.Join('|', withoutEdge);
        return new FrameElement(FrameElementKind.Match, ReadAtoms(alternatives, names, intern), optional, OrEdge: orEdge);
    }

    private static FrameAtom[] ReadAtoms(string alternatives, Dictionary<string, FrameAtom[]> names, Func<string, int> intern)
    {
        var atoms = new List<FrameAtom>();
        foreach (string one in alternatives.Split('|'))
        {
            if (one.Length == 0)
                throw new FormatException($"'{alternatives}' has an empty alternative.");
            if (one[0] == '$')
                atoms.AddRange(names.TryGetValue(one[1..], out FrameAtom[]? named) ? named : throw new FormatException($"There is no '{one}'."));
            else if (one[0] == '@')
                atoms.Add(ReadClasses(one[1..]));
            else
                atoms.Add(new FrameAtom(intern(one), LexicalClassSet.Empty, LexicalClassSet.Empty));
        }

        return [.. atoms];
    }

    private static FrameAtom ReadClasses(string expression)
    {
        // Class names hold hyphens themselves, so "not" is written with a tilde.
        string[] parts = expression.Split('~');
        LexicalClassSet all = LexicalClassSet.Empty;
        foreach (string name in parts[0].Split('+'))
            all = all.With(LexiconFile.ParseClass(name));
        LexicalClassSet none = LexicalClassSet.Empty;
        foreach (string name in parts.Skip(1))
            none = none.With(LexiconFile.ParseClass(name));
        return new FrameAtom(0, all, none);
    }
}

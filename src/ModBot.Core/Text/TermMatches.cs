namespace ModBot.Core.Text;

/// <summary>One owner's matches in a message, surface by surface. Valid until the next message; enumerating allocates nothing.</summary>
public readonly struct TermMatches
{
    private readonly TermScan scan;
    private readonly int owner;

    internal TermMatches(TermScan scan, int owner)
    {
        this.scan = scan;
        this.owner = owner;
    }

    public bool IsEmpty => scan.FirstOf(owner) < 0;

    public Enumerator GetEnumerator() => new(scan, scan.FirstOf(owner));

    /// <summary>Walks over the matches.</summary>
    public struct Enumerator
    {
        private readonly TermScan scan;
        private int upcoming;
        private int current;

        internal Enumerator(TermScan scan, int first)
        {
            this.scan = scan;
            upcoming = first;
            current = -1;
        }

        public readonly TermMatch Current => scan.At(current);

        public bool MoveNext()
        {
            if (upcoming < 0)
                return false;
            current = upcoming;
            upcoming = scan.Following(current);
            return true;
        }
    }
}

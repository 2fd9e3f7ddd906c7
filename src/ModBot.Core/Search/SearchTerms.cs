using ModBot.Core.Cases;
using ModBot.Core.Links;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Search;

/// <summary>What cases can be found by, and what a search looks for: both read text the same way.</summary>
public static class SearchTerms
{
    /// <summary>Different words of one case's evidence that are indexed; later ones are not.</summary>
    public const int MaximumWords = 64;

    /// <summary>Different domains of one case's evidence that are indexed.</summary>
    public const int MaximumDomains = 16;

    /// <summary>Longer words are cut to this many UTF-16 units.</summary>
    public const int LongestWord = 40;

    /// <summary>The words of a text, folded, each once, in the order of the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">At most so many words.</param>
    public static IReadOnlyList<SearchTerm> OfText(string text, int most = MaximumWords)
    {
        var found = new HashSet<SearchTerm>();
        var ordered = new List<SearchTerm>();
        AddWords(text, most, found, ordered);
        return ordered;
    }

    /// <summary>What an author is found by: the whole name, and its words.</summary>
    public static IReadOnlyList<SearchTerm> OfAuthor(string name) => [OfAuthorName(name), .. OfText(name)];

    /// <summary>The whole name.</summary>
    public static SearchTerm OfAuthorName(string name) => new(SearchTermKind.Author, Fold(name.Trim()));

    public static SearchTerm Of(Category category) => new(SearchTermKind.Category, category.NameOf());

    /// <summary>A domain as somebody types it.</summary>
    public static SearchTerm OfDomain(string domain) => new(SearchTermKind.Domain, domain.Trim().TrimEnd('.').ToLowerInvariant());

    /// <summary>The words of the evidence, as written and as the filters read them.</summary>
    public static IReadOnlyList<SearchTerm> WordsOf(CaseEvidence evidence)
    {
        var found = new HashSet<SearchTerm>();
        var ordered = new List<SearchTerm>();
        AddWords(evidence.Content, MaximumWords, found, ordered);
        foreach (Evidence span in evidence.Hits.SelectMany(hit => hit.Evidence))
            AddWords(span.Normalised, MaximumWords, found, ordered);
        return ordered;
    }

    /// <summary>Every host that the evidence links to, and the domain registered for it.</summary>
    public static IReadOnlyList<SearchTerm> DomainsOf(CaseEvidence evidence)
    {
        var views = new TextViews();
        var links = new LinkList();
        views.Load(evidence.Content);
        LinkScanner.Scan(views, bare: true, links);
        var domains = new List<SearchTerm>();
        foreach (ref readonly Link link in links.All)
        {
            ReadOnlySpan<char> host = links.Host(link);
            Add(host);
            Add(PublicSuffixes.RegistrableDomain(host));
        }

        return domains;

        void Add(ReadOnlySpan<char> domain)
        {
            var term = new SearchTerm(SearchTermKind.Domain, domain.ToString());
            if (domains.Count < MaximumDomains && !domains.Contains(term))
                domains.Add(term);
        }
    }

    private static void AddWords(string text, int most, HashSet<SearchTerm> found, List<SearchTerm> ordered)
    {
        ReadOnlySpan<char> folded = Fold(text);
        int start = 0;
        while (start < folded.Length && ordered.Count < most)
        {
            int end = start;
            while (end < folded.Length && IsOfWord(folded[end]))
                end++;
            if (end > start)
            {
                var term = new SearchTerm(SearchTermKind.Word, folded[start..Math.Min(end, start + LongestWord)].ToString());
                if (found.Add(term))
                    ordered.Add(term);
            }

            start = end + 1;
        }
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    private static string Fold(string text)
    {
        var folded = new FoldedText();
        TextFolder.Fold(text, folded);
        return folded.ToString();
    }
}

using System.Diagnostics;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Text;

public sealed class TermScanTests
{
    [Theory]
    [InlineData("ass", "what an ass!")]
    [InlineData("ass", "ASS")]
    [InlineData("cunt", "you cunt")]
    [InlineData("foo*", "foobar")]
    [InlineData("*bar", "foobar")]
    [InlineData("*oba*", "foobar")]
    [InlineData("free nitro", "get FREE   Nitro now")]
    [InlineData("c++", "i like c++ a lot")]
    [InlineData("fuck", "f*ck")]
    [InlineData("fuck", "F**k off")]
    [InlineData("fuck", "fuuuuck")]
    [InlineData("fuck", "f u c k")]
    [InlineData("fuck", "f.u.c.k")]
    [InlineData("fuck", "f    u     c k")]
    [InlineData("ass", "a $ s")]
    [InlineData("fuck", "f@ck this")]
    [InlineData("shit", "$h1t")]
    [InlineData("shit", "sh!t")]
    [InlineData("shit", "S H I T")]
    [InlineData("ass", "a55")]
    [InlineData("ass", "@$$")]
    [InlineData("ass", "@55")]
    [InlineData("ass", "asssss")]
    [InlineData("bitch", "b1tch")]
    [InlineData("bitch", "b*tch*s or b*tch")]
    [InlineData("slut", "s1ut")]
    [InlineData("nitro", "free пitrо")]
    [InlineData("free", "||f||r**e**e")]
    [InlineData("free", "𝓯𝓻𝓮𝓮")]
    [InlineData("сука", "you сука really")]
    [InlineData("сука", "ты сука")]
    [InlineData("привет", "Привет всем")]
    [InlineData("免费", "这是免费的")]
    [InlineData("1337", "so 1337 !")]
    public void A_term_is_found_however_it_is_dressed(string term, string text) => Assert.Single(Find(text, new TermSpec(term)));

    [Theory]
    [InlineData("ass", "assist the class, pass the grass, Assassin")]
    [InlineData("cunt", "Scunthorpe")]
    [InlineData("ass", "as")]
    [InlineData("as", "ass")]
    [InlineData("god", "good")]
    [InlineData("coon", "con")]
    [InlineData("ass", "455 8455")]
    [InlineData("88", "b bb")]
    [InlineData("foo*", "barfoo")]
    [InlineData("*bar", "barfoo")]
    [InlineData("free nitro", "freely nitrogen")]
    [InlineData("hell", "hello shell")]
    [InlineData("fuck", "f***")]
    [InlineData("fuck", "2 * 3 * 4 f")]
    [InlineData("fuck", "fu ck")]
    [InlineData("wow", "w")]
    public void A_near_miss_is_not(string term, string text) =>
        Assert.Empty(Find(text, new TermSpec(term)));

    [Theory]
    [InlineData("fuck", "fu ck")]
    [InlineData("fuck", "f***")]
    [InlineData("ass", "as s")]
    [InlineData("coon", "co-on")]
    [InlineData("dog", "doog")]
    [InlineData("fuck", "f u c k y o u")]
    [InlineData("free nitro", "freenitro")]
    [InlineData("free nitro", "f r e e  n i t r o")]
    [InlineData("hello", "hh-he  e eeell/l/lo//o")]
    public void Strict_bends_further(string term, string text)
    {
        Assert.Single(Find(text, new TermSpec(term, Evasion: Evasion.Strict)));
    }

    [Theory]
    [InlineData("tit", "isn't it")]
    [InlineData("spic", "Monday's pic")]
    [InlineData("ass", "as shown")]
    [InlineData("shit", "this hit")]
    [InlineData("ass", "mass. so")]
    [InlineData("fuck", "few ducks")]
    public void Strict_keeps_to_the_edges_of_words(string term, string text) =>
        Assert.Empty(Find(text, new TermSpec(term, Evasion: Evasion.Strict)));

    [Theory]
    [InlineData("free", "FREE", 1)]
    [InlineData("free", "fr33", 0)]
    [InlineData("free", "frеe", 0)]
    [InlineData("free", "fréé", 0)]
    [InlineData("café", "CAFÉ", 1)]
    [InlineData("fuck", "f*ck", 0)]
    public void Without_evasion_only_case_may_differ(string term, string text, int count) =>
        Assert.Equal(count, Find(text, new TermSpec(term, Evasion: Evasion.Off)).Count);

    [Fact]
    public void Substrings_are_found_inside_words()
    {
        Assert.Equal(["Ass", "ass"], Find("Assassin", new TermSpec("ass", WholeWord: false)));
    }

    [Fact]
    public void A_match_names_what_was_written()
    {
        Assert.Equal(["f u c k"], Find("well f u c k it", new TermSpec("fuck")));
        Assert.Equal(["fuuuuck"], Find("oh fuuuuck it", new TermSpec("fuck")));
    }

    [Fact]
    public void One_spelling_is_reported_once()
    {
        Assert.Single(Find("fuck", new TermSpec("fuck", Evasion: Evasion.Strict)));
    }

    [Fact]
    public void Owners_see_their_own_matches_only()
    {
        TermIndex index = TermIndex.Build([[new TermSpec("alpha"), new TermSpec("beta")], [new TermSpec("beta")], []]);
        TermScan scan = Scan(index, "beta alpha");
        Assert.Equal([1, 0], Numbers(scan, 0));
        Assert.Equal([0], Numbers(scan, 1));
        Assert.Empty(Numbers(scan, 2));
    }

    [Fact]
    public void Every_term_is_found_as_a_plain_search_finds_it()
    {
        var random = new Random(7);
        string[] terms = [.. Enumerable.Range(0, 300).Select(_ => Word(random, 1, 5)).Distinct()];
        TermIndex index = TermIndex.Build([[.. terms.Select(term => new TermSpec(term, WholeWord: false, Evasion.Off))]]);
        for (int round = 0; round < 200; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 10).Select(_ => Word(random, 1, 8)));
            var expected = from pair in terms.Index()
                           from at in Enumerable.Range(0, text.Length)
                           where text.AsSpan(at).StartsWith(pair.Item)
                           orderby pair.Index, at
                           select (pair.Index, at);
            TermScan scan = Scan(index, text);
            var found = new List<(int, int)>();
            for (int match = scan.FirstOf(0); match >= 0; match = scan.Following(match))
                found.Add((scan.At(match).Term, scan.At(match).SourceStart));
            Assert.Equal(expected, found.Order());
        }
    }

    [Fact]
    public void Random_text_never_throws()
    {
        TermIndex index = TermIndex.Build([[.. new[] { "ass", "fuck", "free nitro", "a*", "*b", "сука", "e", "*c*" }.Select(term => new TermSpec(term, Evasion: Evasion.Strict))]]);
        RandomText.Holds(text =>
        {
            TermScan scan = Scan(index, text);
            for (int match = scan.FirstOf(0); match >= 0; match = scan.Following(match))
            {
                if (scan.At(match).SourceEnd > text.Length || scan.At(match).SourceStart >= scan.At(match).SourceEnd)
                    return false;
            }

            return true;
        });
    }

    [Fact]
    public void Five_thousand_terms_compile_small()
    {
        var random = new Random(1);
        TermSpec[] terms = [.. Enumerable.Range(0, 5_000).Select(_ => new TermSpec(Word(random, 4, 14, 26)))];
        TermIndex.Build([terms[..100]]);
        var watch = Stopwatch.StartNew();
        TermIndex index = TermIndex.Build([terms]);
        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{watch.ElapsedMilliseconds} ms");
        Assert.True(index.Size < 4_000_000, $"{index.Size} bytes");
    }

    [Fact]
    public void A_warm_scan_allocates_nothing()
    {
        TermIndex index = TermIndex.Build([[new TermSpec("fuck", Evasion: Evasion.Strict), new TermSpec("free nitro")]]);
        var views = new TextViews();
        var scan = new TermScan();
        const string Text = "f*ck this f u c k, get free nitro b1tch";
        for (int i = 0; i < 3; i++)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            views.Load(Text);
            scan.Begin(index);
            scan.Scan(views, 0);
        }
    }

    private static string Word(Random random, int shortest, int longest, int letters = 3) =>
        new([.. Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => (char)('a' + random.Next(letters)))]);

    private static TermScan Scan(TermIndex index, string text)
    {
        var views = new TextViews();
        views.Load(text);
        var scan = new TermScan();
        scan.Begin(index);
        scan.Scan(views, 0);
        return scan;
    }

    private static List<int> Numbers(TermScan scan, int owner)
    {
        var numbers = new List<int>();
        for (int match = scan.FirstOf(owner); match >= 0; match = scan.Following(match))
            numbers.Add(scan.At(match).Term);
        return numbers;
    }

    private static List<string> Find(string text, TermSpec term)
    {
        TermScan scan = Scan(TermIndex.Build([[term]]), text);
        var found = new List<string>();
        for (int match = scan.FirstOf(0); match >= 0; match = scan.Following(match))
            found.Add(text[scan.At(match).SourceStart..scan.At(match).SourceEnd]);
        return found;
    }
}

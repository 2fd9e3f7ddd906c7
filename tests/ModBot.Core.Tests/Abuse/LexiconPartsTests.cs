using ModBot.Core.Abuse;

namespace ModBot.Core.Tests.Abuse;

public sealed class LexiconPartsTests
{
    [Theory]
    [InlineData("bitch", "n", "bitch bitches")]
    [InlineData("pansy", "n", "pansy pansies")]
    [InlineData("rape", "v", "rape rapes raped raping rapin rapin'")]
    [InlineData("shag", "V", "shag shags shagged shagging shaggin shaggin'")]
    [InlineData("fuck", "r", "fuck fucker fuckers fucka fuckas fuckaz")]
    [InlineData("scum", "y", "scum scumy scumier scumiest")]
    public void Codes_spell_out_forms(string word, string codes, string forms)
    {
        var into = new List<string>();
        Inflections.Expand(word, codes, into);
        Assert.Equal(forms, string.Join(' ', into));
    }

    [Fact]
    public void An_unknown_code_is_named() =>
        Assert.Contains("'q'", Assert.Throws<FormatException>(() => Inflections.Expand("x", "q", [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_section_gives_its_classes_and_group_to_its_entries()
    {
        var entries = new List<LexiconEntry>();
        LexiconFile.Read("# note\n[slur3 re | somebody]\nword/n\ntwo words\n[prof1]\n*inner*\n", entries.Add);
        Assert.Equal(["word", "words", "two words", "inner"], entries.Select(entry => entry.Form));
        Assert.All(entries.Take(3), entry => Assert.Equal("somebody", entry.Group));
        Assert.True(entries[0].Classes.Has(LexicalClass.Re));
        Assert.Equal([false, false, false, true], entries.Select(entry => entry.Inside));
    }

    [Fact]
    public void Compounds_join_every_head_with_every_tail()
    {
        var entries = new List<LexiconEntry>();
        LexiconFile.Read("[compound-apart prof2]\nmud\ntoe\n+\nhead\n", entries.Add);
        Assert.Equal(["mud head", "mud heads", "mudhead", "mudheads", "toe head", "toe heads", "toehead", "toeheads"], entries.Select(entry => entry.Form).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unknown_class_is_named() =>
        Assert.Contains("nonsense", Assert.Throws<FormatException>(() => LexiconFile.Read("[nonsense]\nword\n", _ => { })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("f**k", "fuck")]
    [InlineData("f***", "fuck")]
    [InlineData("f*k", "")]
    [InlineData("sh*", "")]
    [InlineData("b*ch", "bitch")]
    [InlineData("*uck", "fuck")]
    [InlineData("sh#t", "shit")]
    [InlineData("b_tch", "bitch")]
    [InlineData("***", "")]
    [InlineData("as*", "")]
    [InlineData("file*", "")]
    [InlineData("*.*", "")]
    public void Masks_stand_for_letters(string masked, string word)
    {
        (string Text, int Word)[] words = [("fuck", 1), ("shit", 2), ("bitch", 3), ("ass", 4)];
        int found = new MaskedWords(words).Find(masked);
        Assert.Equal(word, found == 0 ? "" : words[found - 1].Text);
    }

    [Theory]
    [InlineData("biitch", true)]
    [InlineData("bicth", true)]
    [InlineData("bitgh", false)]
    [InlineData("batch", true)]
    [InlineData("pitch", false)]
    [InlineData("bitchness", false)]
    [InlineData("stitch", false)]
    public void One_slip_is_near_when_people_make_it(string token, bool near)
    {
        string[] texts = ["", "bitch"];
        Assert.Equal(near ? 1 : 0, new NearWords([1], word => texts[word]).Find(token));
    }

    [Theory]
    [InlineData("jewish", "jooish", true)]
    [InlineData("jewish", "joowish", true)]
    [InlineData("muslim", "moozlim", true)]
    [InlineData("muslims", "muzlims", true)]
    [InlineData("mexicans", "meksicans", true)]
    [InlineData("jewish", "joyish", false)]
    [InlineData("jewish", "juices", false)]
    public void Words_that_sound_alike_have_one_key(string left, string right, bool alike) =>
        Assert.Equal(alike, Key(left, vowels: true) == Key(right, vowels: true));

    [Theory]
    [InlineData("fucker", "phukka", true)]
    [InlineData("bitch", "beach", false)]
    [InlineData("cunt", "count", false)]
    public void Swear_words_keep_their_vowels(string left, string right, bool alike) =>
        Assert.Equal(alike, Key(left, vowels: false) == Key(right, vowels: false));

    [Theory]
    [InlineData("hate 3 bitter words")]
    [InlineData("nonsense 3 | word")]
    [InlineData("hate 3 | @nonsense")]
    [InlineData("hate 3 | $UNNAMED")]
    [InlineData("hate 3 | a||b")]
    public void A_broken_frame_is_refused(string line) =>
        Assert.Throws<FormatException>(() => FrameFile.Read(line, word => word.Length));

    [Fact]
    public void The_shipped_lexicon_is_wide_and_compiles()
    {
        Assert.True(AbuseLexicon.Default.Count > 20_000);
        Assert.True(AbuseLexicon.Default.Frames.All.Length > 500);
    }

    private static string Key(string word, bool vowels)
    {
        Span<char> key = stackalloc char[PhoneticKey.LongestKey];
        return key[..PhoneticKey.Write(word, vowels, key)].ToString();
    }
}

using ModBot.Core.Text;

namespace ModBot.Core.Tests.Text;

public sealed class FoldedReadingTests
{
    private const string MarksAndEscapes = @"*_~|`\>#[]%";

    [Theory]
    [InlineData("FREE Nitro", "free nitro")]
    [InlineData("Crème Brûlée Łódź Đorđe", "creme brulee lodz dorde")]
    [InlineData("e\u0301le\u0300ve Z\u0336a\u0335l\u0334go", "eleve zalgo")]
    [InlineData("Ångström ŒUVRE straße æon", "angstrom oeuvre strasse aeon")]
    [InlineData("Ｆｒｅｅ　ｎｉｔｒｏ！", "free nitro!")]
    [InlineData("𝓯𝓻𝓮𝓮 𝐅𝐑𝐄𝐄 𝔣𝔯𝔢𝔢 𝕗𝕣𝕖𝕖 𝖋𝖗𝖊𝖊 𝚏𝚛𝚎𝚎 𝟏𝟚𝟛", "free free free free free free 123")]
    [InlineData("ⓕⓡⓔⓔ 🄵🅁🄴🄴 🅕🅡🅔🅔 🅵🆁🅴🅴 ⒡⒭⒠⒠", "free free free free free")]
    [InlineData("ᶠʳᵉᵉ ₙᵢₜᵣₒ ꜰʀᴇᴇ", "free nitro free")]
    [InlineData("🇫 🇷 🇪 🇪", "f r e e")]
    [InlineData("🇫🇷🇪🇪", "free")]
    [InlineData("vive la 🇫🇷 !", "vive la 🇫🇷 !")]
    [InlineData("ﬁne oﬀer ﬃx", "fine offer ffix")]
    [InlineData("①⑩ ½", "110 ½")]
    [InlineData("f\u200Br\u200De\u00ADe\uFE0F \u202Enitro\u202C", "free nitro")]
    [InlineData("a \t\r\n\u00A0\u2003 b", "a b")]
    [InlineData("“quoted” ‘so’ — yes…", "\"quoted\" 'so' - yes…")]
    [InlineData("discord。gg", "discord.gg")]
    public void Case_diacritics_and_styled_letters_read_as_plain_ones(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("||f||r**e**e", "free")]
    [InlineData("**free** *nitro* __now__ _yes_ ~~no~~ `code` ***all***", "free nitro now yes no code all")]
    [InlineData("||spoiler||", "spoiler")]
    [InlineData("**two words**", "two words")]
    [InlineData("> quoted\n# title\n>>> rest", " quoted title rest")]
    [InlineData(@"\*not\* f\_x", "*not* f_x")]
    [InlineData("[free nitro](https://evil.example/x) now", "free nitro https://evil.example/x now")]
    public void Markdown_marks_are_gone(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("f*ck")]
    [InlineData("f**k this s**t")]
    [InlineData("f*** you")]
    [InlineData("n*gg*r")]
    [InlineData("2 * 3 * 4")]
    [InlineData("snake_case_name")]
    [InlineData("a | b")]
    [InlineData("[1](see below)")]
    [InlineData("5 > 3 # no title")]
    public void Masks_and_plain_signs_stay(string text) => Assert.Equal(text, Fold(text));

    [Theory]
    [InlineData("千尺乇乇", "free")]
    [InlineData("ꎇꋪꍟꍟ ꈤꀤ꓄ꋪꂦ", "free nitro")]
    [InlineData("ᖴᖇEE ᑎITᖇO", "free nitro")]
    [InlineData("ᏟᎻᎬᎪᏢ", "cheap")]
    [InlineData("¢нєαρ ηιтяσ", "¢heap nitro")]
    [InlineData("₣ⱤɆɆ", "₣ree")]
    [InlineData("千山万水", "千山万水")]
    [InlineData("山", "山")]
    [InlineData("ნახვამდის, ყველას", "ნახვამდის, ყველას")]
    public void Letters_from_far_afield_are_read_as_they_look(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("%66%72%65%65", "free")]
    [InlineData("https://discord%2Egg/x", "https://discord.gg/x")]
    [InlineData("caf%C3%A9", "cafe")]
    [InlineData("100%20", "100%20")]
    [InlineData("50%50 chance, 100% sure, 5%", "50%50 chance, 100% sure, 5%")]
    [InlineData("%C3%28 %zz %", "%c3( %zz %")]
    public void Percent_encoding_is_undone_where_it_is_one(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("dіscоrd nіtrо", "discord nitro")]
    [InlineData("buy сосаіпе here", "buy cocaine here")]
    [InlineData("buy сосаіне here", "buy cocaine here")]
    [InlineData("FRЕЕ ΝITRO", "free nitro")]
    [InlineData("pаyраl.com", "paypal.com")]
    [InlineData("ѕtеаm ցift", "steam gift")]
    [InlineData("free ᎠᎬᎪᎡ", "free dear")]
    [InlineData("wнат is тнe", "what is the")]
    [InlineData("ᗪISᑕORᗪ", "discord")]
    public void Look_alikes_beside_Latin_read_as_Latin(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("Привет, как дела?", "привет, как дела?")]
    [InlineData("а он не то", "а он не то")]
    [InlineData("Скорее всего рос сосна у моря", "скорее всего рос сосна у моря")]
    [InlineData("Καλημέρα κόσμε", "καλημερα κοσμε")]
    [InlineData("мой discord сервер тут оно есть", "мои discord сервер тут оно есть")]
    [InlineData("я люблю IT-шников и кот", "я люблю it-шников и кот")]
    [InlineData("Київ і Львів", "киів і львів")]
    [InlineData("日本語とenglish", "日本語とenglish")]
    [InlineData("мой кот", "мои кот")]
    public void Text_in_another_script_stays_in_it(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("cпасибо", "спасибо")]
    [InlineData("привeт", "привет")]
    public void A_Cyrillic_word_with_a_slipped_in_Latin_letter_stays_Cyrillic(string text, string expected) => Assert.Equal(expected, Fold(text));

    [Theory]
    [InlineData("||f||r**e**e!", 0, 4, "f||r**e**e")]
    [InlineData("say 𝓯𝓻𝓮𝓮 now", 4, 4, "𝓯𝓻𝓮𝓮")]
    [InlineData("x ﬃ y", 2, 1, "ﬃ")]
    [InlineData("x ﬃ y", 4, 1, "ﬃ")]
    [InlineData("e\u0301te\u0301 x", 0, 3, "e\u0301te\u0301")]
    [InlineData("a%66b", 1, 1, "%66")]
    [InlineData("a \n b", 1, 1, " \n ")]
    public void A_folded_span_leads_back_to_what_was_written(string text, int start, int length, string expected)
    {
        var views = new TextViews();
        views.Load(text);
        (int from, int size) = views.Folded.SourceSpan(start, length);
        Assert.Equal(expected, text.Substring(from, size));
    }

    [Fact]
    public void Positions_are_within_bounds_and_never_fall()
    {
        var views = new TextViews();
        RandomText.Holds(text =>
        {
            views.Load(text);
            return PositionsHold(views.Folded, text) && PositionsHold(views.Squeezed, text);
        });
    }

    [Fact]
    public void Folding_plain_folded_text_again_changes_nothing()
    {
        RandomText.Holds(text =>
        {
            string once = Fold(text);
            return once.Any(c => MarksAndEscapes.Contains(c)) || HasForeignLetters(once) || Fold(once) == once;
        });
    }

    [Fact]
    public void A_warm_buffer_allocates_nothing()
    {
        const string Text = "**Free** n1tro f.r.e.e dіscоrd 𝓯𝓻𝓮𝓮 %66 at https://example.com/x, привет";
        var views = new TextViews();
        for (int i = 0; i < 3; i++)
            Read(views, Text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Read(views, Text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Read(TextViews views, string text)
    {
        views.Load(text);
        return views.Squeezed.Length;
    }

    /// <summary>The script of a word depends on the marks that parted it before.</summary>
    private static bool HasForeignLetters(string text) => text.Any(c => c >= 0x370);

    private static bool PositionsHold(FoldedText reading, string text)
    {
        int previous = 0;
        for (int i = 0; i < reading.Length; i++)
        {
            int source = reading.SourceOf(i);
            int end = reading.SourceEndOf(i);
            if (source < previous || source >= text.Length || end <= source || end > text.Length)
                return false;
            (int start, int length) = reading.SourceSpan(i, 1);
            if (start != source || length != end - source)
                return false;
            previous = source;
        }

        return reading.SourceOf(reading.Length) == text.Length;
    }

    private static string Fold(string text)
    {
        var views = new TextViews();
        views.Load(text);
        return views.Folded.ToString();
    }
}

using ModBot.Core.Text;

namespace ModBot.Core.Tests.Text;

public sealed class SqueezedReadingTests
{
    [Theory]
    [InlineData("fr33 n1tr0", "free nitro")]
    [InlineData("h3ll0 b1tch", "hello bitch")]
    [InlineData("he11o ki11", "hello kill")]
    [InlineData("sh!t $hit a$$ @ss", "shit shit ass ass")]
    [InlineData("5hit nigg4 c|ick", "shit nigga click")]
    [InlineData("₣ɍɇɇ", "free")]
    public void Leet_inside_words_reads_as_letters(string text, string expected) => Assert.Equal(expected, Squeeze(text));

    [Theory]
    [InlineData("1337")]
    [InlineData("wow!")]
    [InlineData("mp3 h1")]
    [InlineData("the 2nd and 3rd, 10k")]
    [InlineData("covid19")]
    [InlineData("!play @everyone @here")]
    [InlineData("sam@example.com")]
    [InlineData("it costs $100 or 5€")]
    [InlineData("1 + 1 = 2")]
    [InlineData("8 9 0 1 2")]
    public void Numbers_and_marks_stay(string text) => Assert.Equal(text, Squeeze(text));

    [Theory]
    [InlineData("f r e e", "free")]
    [InlineData("f.r.e.e", "free")]
    [InlineData("f-r_e*e", "free")]
    [InlineData("get f r e e nitro", "get free nitro")]
    [InlineData("i'm a fan", "i'm a fan")]
    [InlineData("i m a f a n", "imafan")]
    [InlineData("f r e e  n i t r o", "free nitro")]
    [InlineData("f, u, c, k", "fuck")]
    [InlineData("s h 1 t", "shit")]
    [InlineData("🇫 🇷 🇪 🇪", "free")]
    public void Letters_pulled_apart_come_together(string text, string expected) => Assert.Equal(expected, Squeeze(text));

    [Theory]
    [InlineData("e.g. this")]
    [InlineData("i am a man")]
    [InlineData("plan b or c")]
    [InlineData("1.2.3.4")]
    [InlineData("well-known side-by-side")]
    public void Words_and_short_abbreviations_stay_apart(string text) => Assert.Equal(text, Squeeze(text));

    [Theory]
    [InlineData("freeeeee", "free")]
    [InlineData("sooooo good", "soo good")]
    [InlineData("!!!!!!", "!!!!!!")]
    [InlineData("f*ck f**k", "f*ck f**k")]
    public void Runs_of_a_letter_are_cut_to_two_and_masks_stay(string text, string expected) => Assert.Equal(expected, Squeeze(text));

    [Fact]
    public void A_squeezed_span_leads_back_to_what_was_written()
    {
        var views = new TextViews();
        views.Load("get f r e e now");
        (int start, int length) = views.Squeezed.SourceSpan(4, 4);
        Assert.Equal("f r e e", views.Original.Substring(start, length));
    }

    [Fact]
    public void A_stretched_word_leads_back_to_all_of_it()
    {
        var views = new TextViews();
        views.Load("so freeeee!");
        (int start, int length) = views.Squeezed.SourceSpan(3, 4);
        Assert.Equal("freeeee", views.Original.Substring(start, length));
    }

    private static string Squeeze(string text)
    {
        var views = new TextViews();
        views.Load(text);
        return views.Squeezed.ToString();
    }
}

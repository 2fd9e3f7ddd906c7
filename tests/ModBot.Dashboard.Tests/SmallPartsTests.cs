using System.Globalization;
using ModBot.Dashboard.Charts;
using ModBot.Dashboard.Reading;
using ModBot.Dashboard.Serving;

namespace ModBot.Dashboard.Tests;

/// <summary>Small parts with edges.</summary>
public sealed class SmallPartsTests
{
    [Theory]
    [InlineData("/g/1/log?q=x", "/g/1/log?q=x")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_sent_to_another_page(string? asked, string path) => Assert.Equal(path, HomeRoutes.LocalPath(asked));

    [Theory]
    [InlineData(new long[] { 1 }, "1")]
    [InlineData(new long[] { 1, 2, 3, 7 }, "1–3, 7")]
    [InlineData(new long[] { 2, 4, 5, 9 }, "2, 4–5, 9")]
    public void Runs_of_numbers_are_written_as_ranges(long[] numbers, string text) => Assert.Equal(text, EvidenceAudit.Ranges(numbers));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(5, 8)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(999, 1000)]
    [InlineData(1_234_567, 2_000_000)]
    public void An_axis_ends_at_a_round_number_not_below_the_greatest(long greatest, long end) => Assert.Equal(end, new ColumnLayout(10, greatest).Greatest);

    [Fact]
    public void A_column_is_as_tall_as_its_value()
    {
        var layout = new ColumnLayout(4, 100);
        double whole = double.Parse(layout.Tall(100), CultureInfo.InvariantCulture), half = double.Parse(layout.Tall(50), CultureInfo.InvariantCulture);
        Assert.Equal(whole / 2, half, 1);
        Assert.Equal("0", layout.Tall(0));
        Assert.Equal(double.Parse(layout.Y(100), CultureInfo.InvariantCulture) + whole, double.Parse(layout.Y(0), CultureInfo.InvariantCulture), 1);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5090", null, "")]
    [InlineData("http://localhost:0", null, "")]
    [InlineData("http://[::1]:5090", null, "")]
    [InlineData("http://0.0.0.0:5090", "https://log.example.org", "")]
    [InlineData("http://0.0.0.0:5090", null, "which others can reach")]
    [InlineData("http://0.0.0.0:5090", "http://log.example.org", "which others can reach")]
    [InlineData("https://127.0.0.1:5090", null, "must be plain http")]
    [InlineData("http://example.org", null, "must be plain http")]
    [InlineData("http://127.0.0.1:5090/path", null, "must be plain http")]
    [InlineData("http://127.0.0.1:5090", "https://log.example.org/path", "without a path")]
    public void Addresses_that_cannot_be_used_are_said(string url, string? publicUrl, string fault)
    {
        var options = new DashboardOptions
        {
            Url = new Uri(url),
            PublicUrl = publicUrl is null ? null : new Uri(publicUrl),
            ClientId = "1",
            ClientSecret = "s",
            AuthorizeUrl = new Uri("https://example.org"),
            RestUrl = new Uri("https://example.org"),
            KeyFolder = "k",
        };
        Assert.Equal(fault.Length > 0, options.Faults().Count > 0);
        Assert.Contains(fault, string.Join(' ', options.Faults()), StringComparison.Ordinal);
        Assert.Contains("ClientSecret", string.Join(' ', (options with { ClientSecret = "" }).Faults()), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using System.Xml.Linq;

namespace ModBot.Tests.CommandLine;

[Collection(ModBotCollection.Name)]
public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modbot-evaluate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Json_holds_the_measures_the_thresholds_and_the_reliability()
    {
        CommandResult result = await ModBotFixture.RunAsync("", "evaluate", "--data", WriteData(), "--folds", "3", "--curve", "--format", "json");
        Assert.True(result.Code == 0, result.Error);
        JsonElement report = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal(24, report.GetProperty("examples").GetInt32());
        Assert.Equal(12, report.GetProperty("spam").GetInt32());
        foreach (string measure in (string[])["accuracy", "precision", "recall", "f1", "rocAuc", "recallAt1PercentFpr", "recallAt01PercentFpr", "brier", "calibrationError"])
            Assert.InRange(report.GetProperty(measure).GetDouble(), 0, 1);
        Assert.Equal(23, report.GetProperty("thresholds").GetArrayLength());
        Assert.Equal(24, report.GetProperty("reliability").EnumerateArray().Sum(bin => bin.GetProperty("count").GetInt32()));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("families").ValueKind);
        Assert.NotEmpty(report.GetProperty("learningCurve").EnumerateArray());
    }

    [Fact]
    public async Task The_page_has_plots_and_shows_texts_as_text()
    {
        string page = Path.Combine(folder, "report.html");
        CommandResult result = await ModBotFixture.RunAsync("", "evaluate", "--data", WriteData(), "--folds", "3", "--curve", "--report", page);
        Assert.True(result.Code == 0, result.Error);
        Assert.Contains("calibration error", result.Out, StringComparison.Ordinal);
        string html = await File.ReadAllTextAsync(page);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        string[] charts = [.. html.Split("<figure>").Skip(1).Select(part => part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length)])];
        Assert.Equal(5, charts.Length);
        foreach (XElement chart in charts.Select(XElement.Parse))
            Assert.DoesNotContain(chart.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_shipped_model_is_measured_without_training()
    {
        CommandResult result = await ModBotFixture.RunAsync("", "evaluate", "--data", WriteData(), "--model", "shipped", "--format", "json");
        Assert.True(result.Code == 0, result.Error);
        Assert.InRange(JsonDocument.Parse(result.Out).RootElement.GetProperty("rocAuc").GetDouble(), 0.9, 1);
    }

    [Theory]
    [InlineData("--by-family", "--by-family measures the seeds")]
    [InlineData("--folds 1", "--folds must be 2 to 20")]
    [InlineData("--folds 3 --model shipped", "--folds, --by-family and --curve train anew")]
    [InlineData("--curve --model shipped", "--folds, --by-family and --curve train anew")]
    [InlineData("--folds 13", "13 folds need 13 examples of each label")]
    [InlineData("--report /proc/none/report.html", "The report cannot be written")]
    public async Task What_cannot_be_done_is_said(string options, string fault)
    {
        CommandResult result = await ModBotFixture.RunAsync("", ["evaluate", "--data", WriteData(), .. options.Split(' ')]);
        Assert.NotEqual(0, result.Code);
        Assert.Contains(fault, result.Error, StringComparison.Ordinal);
    }

    private string WriteData()
    {
        string path = Path.Combine(folder, "data.jsonl");
        string[] spam = ["claim your free nitro", "earn 500 a day from home", "dm me to recover your coins", "cheap followers for sale", "click to win a skin", "join my vip signals"];
        string[] ham = ["who is on tonight", "the build is red again", "<script>alert(1)</script> does not escape", "lunch at one?", "gg that was close", "my cat says hi"];
        File.WriteAllLines(path, Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            JsonSerializer.Serialize(new { text = $"{spam[i % 6]} {i}", label = 1 }),
            JsonSerializer.Serialize(new { text = $"{ham[i % 6]} {i}", label = 0 }),
        }));
        return path;
    }
}

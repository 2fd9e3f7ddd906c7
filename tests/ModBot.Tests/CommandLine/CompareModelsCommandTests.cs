using System.Text.Json;
using ModBot.CommandLine;
using ModBot.Core.Spam;
using ModBot.Hosting;

namespace ModBot.Tests.CommandLine;

public sealed class CompareModelsCommandTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public CompareModelsCommandTests() => File.WriteAllLines(file, Enumerable.Range(0, 40).Select(i => i % 2 == 0
        ? $$"""{"text":"free crypto giveaway number {{i}}, claim your prize at once","label":1}"""
        : $$"""{"text":"see you at practice number {{i}}, bring water and a towel","label":0}"""));

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Every_trainer_of_the_program_stands_in_a_column()
    {
        CommandResult result = await RunAsync("--data", file, "--folds", "3");
        Assert.Equal(0, result.Code);
        Assert.Equal("40 examples (20 spam), 3 folds", result.Lines[0]);
        Assert.Equal(["built-in", "again"], result.Lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["1.0000", "1.0000"], result.Lines.Single(line => line.StartsWith("ROC-AUC", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
        string[] sizes = result.Lines.Single(line => line.StartsWith("artifact", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2..];
        Assert.Equal(sizes[0], sizes[1]);
    }

    [Fact]
    public async Task As_json_each_trainer_is_a_line()
    {
        CommandResult result = await RunAsync("--data", file, "--format", "json");
        Assert.Equal(["built-in", "again"], result.Objects.Select(row => row.GetProperty("trainer").GetString()));
        Assert.All(result.Objects, row =>
        {
            Assert.Equal(1, row.GetProperty("accuracy").GetDouble(), 0.05);
            Assert.True(row.GetProperty("artifactBytes").GetInt64() > 100);
            Assert.True(row.GetProperty("microsecondsPerMessage").GetDouble() > 0);
            Assert.Equal(JsonValueKind.Number, row.GetProperty("trainingSeconds").ValueKind);
        });
    }

    [Fact]
    public async Task Too_few_examples_are_refused_with_the_numbers()
    {
        await File.WriteAllLinesAsync(file, ["{\"text\":\"a\",\"label\":1}", "{\"text\":\"b\",\"label\":0}"]);
        CommandResult result = await RunAsync("--data", file);
        Assert.Equal(1, result.Code);
        Assert.Contains("5 folds need 5", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_names_program_client_and_model()
    {
        CommandResult result = await ModBotFixture.RunAsync("", "--version");
        Assert.Equal(0, result.Code);
        Assert.StartsWith("modbot ", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal("client  ModBot's own client (built-in)", result.Lines[1]);
        Assert.Equal("model   ModBot's own linear model (built-in)", result.Lines[2]);
    }

    private static async Task<CommandResult> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        ModBotParts parts = ModBotParts.BuiltIn with
        {
            Trainers = [ModBotParts.BuiltIn.Trainers[0], new TrainerPart("again", "the same", static prior => new BuiltInTrainer { Prior = prior })],
        };
        int code = await ModBotCommandLine.RunAsync(["compare-models", .. args], new Terminal(Stream.Null, output, error), parts, CancellationToken.None);
        return new CommandResult(code, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

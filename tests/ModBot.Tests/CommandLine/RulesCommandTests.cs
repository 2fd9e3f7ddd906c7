using System.Text.Json.Nodes;

namespace ModBot.Tests.CommandLine;

[Collection(ModBotCollection.Name)]
public sealed class RulesCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modbot-rules-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task An_export_validates_and_is_no_different_from_itself(string format)
    {
        string file = Write($"rules.{format}", (await ModBotFixture.RunAsync("", "rules", "export", "--format", format)).Out);
        CommandResult validated = await ModBotFixture.RunAsync("", "rules", "validate", file);
        Assert.Equal((0, ""), (validated.Code, validated.Error));
        Assert.Contains("no faults", validated.Out, StringComparison.Ordinal);
        CommandResult same = await ModBotFixture.RunAsync("", "rules", "diff", file, file);
        Assert.Equal((0, ""), (same.Code, same.Out));
    }

    [Fact]
    public async Task Every_fault_is_printed_with_file_line_column_and_path()
    {
        string file = Write("bad.yaml", "rules:\n  - name: a\n    filter: caps\n    options: {percent: 0, volume: 1}\n");
        CommandResult result = await ModBotFixture.RunAsync("", "rules", "validate", file);
        Assert.Equal(1, result.Code);
        Assert.Contains("bad.yaml:4:15: rules[0].options.percent: must be", result.Error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:4:27: rules[0].options.volume: unknown", result.Error, StringComparison.Ordinal);
        Assert.Contains("2 faults", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_gets_an_imported_file_as_its_next_version_and_gives_it_back()
    {
        const string guild = "90071992547409921";
        string file = Write("rules.yaml", "rules:\n  - name: quiet\n    filter: caps\n    scope: {exempt-roles: [\"5\"]}\n");
        CommandResult imported = await ModBotFixture.RunAsync("", "rules", "import", file, "--guild", guild, "--map", "5=6");
        Assert.Equal((0, ""), (imported.Code, imported.Error));
        Assert.Contains("+ quiet", imported.Out, StringComparison.Ordinal);
        Assert.Contains("- spam", imported.Out, StringComparison.Ordinal);
        Assert.Contains("version 2", imported.Out, StringComparison.Ordinal);
        CommandResult exported = await ModBotFixture.RunAsync("", "rules", "export", "--guild", guild);
        Assert.Contains("- \"6\"", exported.Out, StringComparison.Ordinal);
        Assert.Contains("already", (await ModBotFixture.RunAsync("", "rules", "import", Write("again.yaml", exported.Out), "--guild", guild)).Out, StringComparison.Ordinal);
        CommandResult missing = await ModBotFixture.RunAsync("", "rules", "export", "--guild", guild, "--version", "9");
        Assert.Contains("no version 9", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_that_differ_are_told_apart()
    {
        string before = Write("a.yaml", "rules:\n  - {name: a, filter: flood, options: {count: 5}}\n  - {name: b, filter: caps}\n");
        string after = Write("b.json", """{"rules":[{"name":"a","filter":"flood","options":{"count":7}},{"name":"c","filter":"caps"}]}""");
        CommandResult result = await ModBotFixture.RunAsync("", "rules", "diff", before, after);
        Assert.Equal(1, result.Code);
        Assert.Contains("~ a\n    options.count: 5 → 7\n+ c\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("- b", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "import", "no-such-file", "--guild", "1")]
    [InlineData("rules", "validate", "no-such-file")]
    [InlineData("rules", "import", "no-such-file", "--guild", "x")]
    [InlineData("rules", "import", "no-such-file", "--guild", "1", "--map", "1")]
    [InlineData("rules", "export", "--version", "3")]
    public async Task A_wrong_call_ends_with_one_line(params string[] args)
    {
        CommandResult result = await ModBotFixture.RunAsync("", args);
        Assert.NotEqual(0, result.Code);
        Assert.StartsWith("modbot: ", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_json_that_names_every_filter_and_action()
    {
        JsonNode schema = JsonNode.Parse((await ModBotFixture.RunAsync("", "rules", "schema")).Out)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.NotNull(schema["$defs"]!["filter-blocked-terms"]);
        Assert.NotNull(schema["$defs"]!["action-timeout"]);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}

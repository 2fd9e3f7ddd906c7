using System.Text;
using System.Text.Json;

namespace ModBot.Tests.CommandLine;

[Collection(ModBotCollection.Name)]
public sealed class CheckCommandTests
{
    [Fact]
    public async Task Each_line_gets_its_verdict_in_order_with_its_id()
    {
        CommandResult result = await ModBotFixture.RunAsync(
            """
            {"id":"a","text":"good morning all, coffee first"}
            {"id":7,"text":"come on in https://dlscord-nitro.gift/claim","author":"zed"}
            {"id":{"x":1},"text":""}
            """,
            "check");
        Assert.Equal(0, result.Code);
        IReadOnlyList<JsonElement> lines = result.Objects;
        Assert.Equal(3, lines.Count);
        Assert.Equal("a", lines[0].GetProperty("id").GetString());
        Assert.Equal("log", lines[0].GetProperty("verdict").GetString());
        Assert.Empty(lines[0].GetProperty("hits").EnumerateArray());
        Assert.InRange(lines[0].GetProperty("spam").GetDouble(), 0, 0.5);
        Assert.Equal(7, lines[1].GetProperty("id").GetInt32());
        Assert.Equal("delete", lines[1].GetProperty("verdict").GetString());
        Assert.Contains("scam-link", lines[1].GetProperty("categories").EnumerateArray().Select(category => category.GetString()));
        JsonElement hit = lines[1].GetProperty("hits")[0];
        Assert.All(["rule", "filter", "evidence", "reason"], key => Assert.NotEqual("", hit.GetProperty(key).GetString()));
        Assert.Equal(1, lines[2].GetProperty("id").GetProperty("x").GetInt32());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"text\":5}")]
    [InlineData("{\"id\":1,\"text\":\"x\",\"standing\":\"yes\"}")]
    [InlineData("{\"id\":1,\"text\":\"x\",\"author\":[]}")]
    [InlineData("{\"id\":1,\"text\":\"x\",\"word\":\"**\"}")]
    [InlineData("{\"id\":1,\"text\":\"\\ud800\"}")]
    [InlineData("{\"id\":1,\"text\":\"x\"")]
    [InlineData("{\"id\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]],\"text\":\"x\"}")]
    public async Task A_bad_line_gets_an_error_in_its_place_and_stops_nothing(string bad)
    {
        CommandResult result = await ModBotFixture.RunAsync($"{{\"id\":1,\"text\":\"hi\"}}\n{bad}\n{{\"id\":3,\"text\":\"hi\"}}\n", "check");
        Assert.Equal(1, result.Code);
        Assert.Equal(3, result.Objects.Count);
        Assert.Equal(2, result.Objects[1].GetProperty("line").GetInt32());
        Assert.NotEqual("", result.Objects[1].GetProperty("error").GetString());
        Assert.Equal("log", result.Objects[2].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_line_may_bring_a_word_that_is_blocked_for_it_alone()
    {
        CommandResult result = await ModBotFixture.RunAsync(
            """
            {"id":1,"text":"well h.e.ll/lo there","word":"hello"}
            {"id":2,"text":"well h.e.ll/lo there"}
            {"id":3,"text":"hell, Othello","word":"hello"}
            """,
            "check");
        Assert.Equal(["flag", "log", "log"], result.Objects.Select(line => line.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task A_line_of_many_megabytes_is_answered_and_the_next_one_judged()
    {
        var input = new StringBuilder();
        input.Append("{\"id\":1,\"text\":\"").Append('x', 9_000_000).Append("\"}\n{\"id\":2,\"text\":\"hello\"}\n");
        CommandResult result = await ModBotFixture.RunAsync(input.ToString(), "check");
        Assert.Equal(1, result.Code);
        Assert.Contains("longer than", result.Objects[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("log", result.Objects[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Blank_lines_are_passed_over_but_counted_and_a_last_line_needs_no_end()
    {
        CommandResult result = await ModBotFixture.RunAsync("\n  \r\n{\"id\":1,\"text\":\"hello\"}\nbad", "check", "--format", "jsonl");
        Assert.Equal(2, result.Objects.Count);
        Assert.Equal(4, result.Objects[1].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task With_standing_the_model_alone_flags_instead_of_deleting()
    {
        const string Bait = "I make $6,500 every month working part time from home, my friend showed me and it changed my life. Here is what I do";
        CommandResult result = await ModBotFixture.RunAsync(
            $"{{\"id\":1,\"text\":\"{Bait}\"}}\n{{\"id\":2,\"text\":\"{Bait}\",\"standing\":true}}", "check");
        Assert.Equal(["delete", "flag"], result.Objects.Select(line => line.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Each_line_is_judged_on_its_own()
    {
        string input = string.Join('\n', Enumerable.Range(1, 20).Select(id => $"{{\"id\":{id},\"text\":\"hello there\",\"author\":\"same\"}}"));
        CommandResult result = await ModBotFixture.RunAsync(input, "check");
        Assert.All(result.Objects, line => Assert.Equal("log", line.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("check", "--nonsense")]
    [InlineData("check", "--format", "xml")]
    [InlineData("nonsense")]
    [InlineData("replay")]
    [InlineData("log", "show", "abc")]
    [InlineData("log", "list", "--count", "0")]
    public async Task Unknown_options_and_values_are_errors(params string[] args)
    {
        CommandResult result = await ModBotFixture.RunAsync("", args);
        Assert.NotEqual(0, result.Code);
        Assert.NotEqual("", result.Error);
    }

    [Fact]
    public async Task A_model_file_that_is_none_gives_one_clear_line()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "this is no model");
        CommandResult result = await ModBotFixture.RunAsync("{\"id\":1,\"text\":\"x\"}", "check", "--model", path);
        File.Delete(path);
        Assert.Equal(1, result.Code);
        Assert.StartsWith("modbot: The model", result.Error, StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Documents;

namespace ModBot.Tests.Documents;

public sealed class YamlTests
{
    private static Gen<string> Texts => Gen.OneOf(
        Gen.Elements("", " ", "a b", " a", "a ", "yes", "null", "~", "1", "007", "1e3", "0x1f", ".5", "-", "- a", "a: b", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "[a]", "{a}", "a,b", "\"a\"", "'a'",
            "a\nb", "a\r\nb", "\n", "a\tb", "\u0000", "\u0007", "\u0085", "\u2028", "\u200b", "\ufeff", "é", "𝓯𝓻𝓮𝓮", "👩‍👩‍👧", "?", "? a", ":", "a:", ":a", "---", "...", "<<", "=", "\\", "\\n", "on", "NO", "12:30:45", "2026-01-01", "+1", "1_000"),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get).Where(IsWellFormed));

    private static Gen<JsonNode?> Trees => Gen.Sized(size => Tree(Math.Min(size, 40)));

    [Fact]
    public void What_is_written_is_read_back_to_the_same() => Prop.ForAll(Arb.From(Trees), tree =>
    {
        string written = YamlWriter.Write(tree);
        var faults = new List<DocumentFault>();
        YamlTree? read = YamlReader.Read(written, faults);
        return (faults.Count == 0 && JsonNode.DeepEquals(tree is null ? null : JsonNode.Parse(tree.ToJsonString()), read!.Root)).Label($"{written}\n{string.Join('\n', faults)}");
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a: true", "{\"a\":true}")]
    [InlineData("a: yes", "{\"a\":\"yes\"}")]
    [InlineData("a: off", "{\"a\":\"off\"}")]
    [InlineData("a: \"true\"", "{\"a\":\"true\"}")]
    [InlineData("a: 12", "{\"a\":12}")]
    [InlineData("a: -0.5", "{\"a\":-0.5}")]
    [InlineData("a:", "{\"a\":null}")]
    [InlineData("a: '12'", "{\"a\":\"12\"}")]
    [InlineData("[1, two, {three: 3}]", "[1,\"two\",{\"three\":3}]")]
    [InlineData("# only a comment\na: b # and another", "{\"a\":\"b\"}")]
    [InlineData("a: |\n  one\n  two\n", "{\"a\":\"one\\ntwo\\n\"}")]
    [InlineData("\ufeffa: b", "{\"a\":\"b\"}")]
    public void Scalars_are_what_version_1_2_says(string yaml, string json)
    {
        var faults = new List<DocumentFault>();
        YamlTree tree = YamlReader.Read(yaml, faults)!;
        Assert.Empty(faults);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), tree.Root), tree.Root?.ToJsonString());
    }

    [Theory]
    [InlineData("a: &x [1]\nb: 2", 1, 4, "anchors")]
    [InlineData("a: 1\nb: *x", 2, 4, "aliases")]
    [InlineData("a: !!binary aGk=", 1, 4, "tags")]
    [InlineData("a: !local x", 1, 4, "tags")]
    [InlineData("a: 1\nb: 2\na: 3", 3, 1, "twice")]
    [InlineData("a:\n  - x: 1\n    x: 2", 3, 5, "twice")]
    [InlineData("? [a]\n: b", 1, 3, "plain text")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "second document")]
    [InlineData("a: [1, 2", 1, 9, "not YAML")]
    [InlineData("a: 1\n  b: 2", 2, 4, "not YAML")]
    [InlineData("a: \"x", 1, 4, "not YAML")]
    [InlineData("a: 123456789012345678901234567890", 1, 4, "quotation marks")]
    [InlineData("a: .inf", 1, 4, "quotation marks")]
    public void What_could_hide_or_blow_up_something_is_refused_with_its_place(string yaml, int line, int column, string says)
    {
        var faults = new List<DocumentFault>();
        Assert.Null(YamlReader.Read(yaml, faults));
        DocumentFault fault = Assert.Single(faults);
        Assert.Contains(says, fault.ToString(), StringComparison.Ordinal);
        if (says != "not YAML")
            Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Fact]
    public void An_alias_bomb_is_refused_before_it_grows()
    {
        string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + i - 1)}", 9))}]\n"));
        var faults = new List<DocumentFault>();
        Assert.Null(YamlReader.Read(bomb, faults));
        Assert.InRange(faults.Count, 1, 300);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    [InlineData("- - - - - - - - - - - - - - - - - - - - a\n", 10)]
    [InlineData("a", 5_000_000)]
    [InlineData("- a\n", 400_000)]
    public void Depth_size_and_number_are_bounded(string part, int times)
    {
        var faults = new List<DocumentFault>();
        Assert.Null(YamlReader.Read(string.Concat(Enumerable.Repeat(part, times)), faults));
        Assert.Single(faults);
    }

    [Fact]
    public void No_text_makes_the_reader_throw() => Prop.ForAll(
        Arb.From(Gen.Elements("a", "- ", ": ", "\n", "  ", "[", "]", "{", "}", ", ", "\"", "'", "|", ">", "&x ", "*x", "!t ", "#", "? ", "%YAML 1.1\n", "---\n", "...\n", "\t", "\u0000", "1", "~").ListOf().Select(string.Concat)),
        text =>
        {
            var faults = new List<DocumentFault>();
            YamlTree? tree = YamlReader.Read(text, faults);
            return (tree is null) == (faults.Count > 0);
        }).QuickCheckThrowOnFailure();

    private static Gen<JsonNode?> Tree(int size) => size <= 1
        ? Gen.OneOf(
            Texts.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Choose(-100_000, 100_000).Select(number => (JsonNode?)JsonValue.Create((number / 1_000.0) + 0.0001)),
            Gen.Elements<JsonNode?>([null]),
            Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)))
        : Gen.OneOf(
            Tree(1),
            Tree(size / 3).ListOf(3).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Texts.Zip(Tree(size / 3)).ListOf(3).Select(pairs => (JsonNode?)new JsonObject(pairs.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2?.DeepClone())))));

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\ufffe' or '\uffff')
                return false;
        }

        return true;
    }
}

using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Spam;

public sealed class SeedCorpusTests
{
    [Fact]
    public void A_line_becomes_an_example()
    {
        const string Line = """{"text":"i will hurt you","label":"ham","categories":["threat","hate"],"family":"threats","voice":"chat"}""";
        Assert.Equal([new LabelledText("i will hurt you", false, CategorySet.Of(Category.Threat, Category.Hate), "threats", true)], Read(Line, out List<string> faults));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("{\"text\":1,\"label\":\"ham\",\"categories\":[],\"family\":\"f\",\"voice\":\"chat\"}", "text must be a string")]
    [InlineData("{\"text\":\"\",\"label\":\"ham\",\"categories\":[],\"family\":\"f\",\"voice\":\"chat\"}", "text must have 1 to 20,000 characters")]
    [InlineData("{\"text\":\"a\",\"label\":\"eggs\",\"categories\":[],\"family\":\"f\",\"voice\":\"chat\"}", "label is 'eggs'")]
    [InlineData("{\"text\":\"a\",\"label\":\"ham\",\"family\":\"f\",\"voice\":\"chat\"}", "categories must be a list")]
    [InlineData("{\"text\":\"a\",\"label\":\"ham\",\"categories\":[\"rude\"],\"family\":\"f\",\"voice\":\"chat\"}", "'rude' is no abuse category")]
    [InlineData("{\"text\":\"a\",\"label\":\"ham\",\"categories\":[\"spam\"],\"family\":\"f\",\"voice\":\"chat\"}", "'spam' is no abuse category")]
    [InlineData("{\"text\":\"a\",\"label\":\"ham\",\"categories\":[],\"family\":\"\",\"voice\":\"chat\"}", "family must have")]
    [InlineData("{\"text\":\"a\",\"label\":\"ham\",\"categories\":[],\"family\":\"f\",\"voice\":\"letter\"}", "voice is 'letter'")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"text\":", "not a JSON object")]
    public void Every_fault_is_named_with_its_line(string line, string fault)
    {
        const string Good = """{"text":"b","label":"spam","categories":[],"family":"f","voice":"comment"}""";
        Assert.Single(Read($"{Good}\n\n{line}\n{line}", out List<string> faults));
        Assert.Equal(2, faults.Count);
        Assert.StartsWith($"corpus.jsonl, line 3: ", faults[0], StringComparison.Ordinal);
        Assert.StartsWith($"corpus.jsonl, line 4: ", faults[1], StringComparison.Ordinal);
        Assert.Contains(fault, faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"label\":1,\"id\":7}", true)]
    [InlineData("{\"text\":\"a\",\"label\":0}", false)]
    public void Data_of_others_has_labels_0_and_1_and_no_abuse_labels(string line, bool spam)
    {
        var faults = new List<string>();
        using var reader = new StringReader(line);
        Assert.Equal([new LabelledText("a", spam, CategorySet.Empty, "", false)], SeedCorpus.ReadData(reader, "data", faults));
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"label\":2}")]
    [InlineData("{\"text\":\"a\",\"label\":\"1\"}")]
    [InlineData("{\"text\":\"a\"}")]
    [InlineData("{\"text\":\"a\",\"label\":0.5}")]
    [InlineData("7")]
    public void Other_labels_are_faults(string line)
    {
        var faults = new List<string>();
        using var reader = new StringReader(line);
        Assert.Empty(SeedCorpus.ReadData(reader, "data", faults));
        Assert.StartsWith("data, line 1: ", Assert.Single(faults), StringComparison.Ordinal);
    }

    private static IReadOnlyList<LabelledText> Read(string lines, out List<string> faults)
    {
        faults = [];
        using var reader = new StringReader(lines);
        return SeedCorpus.Read(reader, "corpus.jsonl", faults);
    }
}

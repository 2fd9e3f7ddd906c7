using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class DomainListFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modbot-lists-").FullName;

    [Fact]
    public void A_file_that_changes_is_read_again_and_one_that_goes_away_keeps_its_word()
    {
        string path = Path.Combine(folder, "bad.txt");
        File.WriteAllText(path, "one.example\n");
        using DomainListFiles files = Open(("bad", path), ("absent", Path.Combine(folder, "absent.txt")));
        files.Refresh();
        Assert.True(files.Current.Find("BAD")!.Covers("www.one.example"));
        Assert.Null(files.Current.Find("absent"));
        object before = files.Current;
        files.Refresh();
        Assert.Same(before, files.Current);

        File.WriteAllText(path, "one.example\ntwo.example\n");
        files.Refresh();
        Assert.True(files.Current.Find("bad")!.Covers("two.example"));

        File.Delete(path);
        files.Refresh();
        Assert.True(files.Current.Find("bad")!.Covers("two.example"));
    }

    [Fact]
    public void Wrong_settings_are_all_named()
    {
        UsageException fault = Assert.Throws<UsageException>(() => Settings(("a b", "x"), ("empty", " ")));
        Assert.Contains("Domains:Files:a b", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Domains:Files:empty", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static DomainListFiles Open(params (string Name, string Path)[] files) => new(Settings(files), TimeProvider.System, NullLogger<DomainListFiles>.Instance);

    private static DomainListSettings Settings(params (string Name, string Path)[] files) => DomainListSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(files.Select(file => KeyValuePair.Create<string, string?>($"Domains:Files:{file.Name}", file.Path))).Build());
}

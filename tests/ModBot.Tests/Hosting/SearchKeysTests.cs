using ModBot.Core.Messages;
using ModBot.Hosting;

namespace ModBot.Tests.Hosting;

/// <summary>The secret behind the search index.</summary>
public sealed class SearchKeysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modbot-keys-").FullName;

    [Fact]
    public void Processes_that_start_at_once_agree_on_one_key()
    {
        byte[][] keys = [.. ParallelEnumerable.Range(0, 16).WithDegreeOfParallelism(16).Select(_ => new SearchKeys(folder).KeyOf(new Snowflake(1)))];
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void Each_guild_has_a_key_of_its_own()
    {
        var keys = new SearchKeys(folder);
        Assert.NotEqual(keys.KeyOf(new Snowflake(1)), keys.KeyOf(new Snowflake(2)));
        Assert.Equal(32, keys.KeyOf(new Snowflake(1)).Length);
    }

    [Fact]
    public void Another_secret_gives_other_keys()
    {
        byte[] before = new SearchKeys(folder).KeyOf(new Snowflake(1));
        File.Delete(Path.Combine(folder, "search.key"));
        Assert.NotEqual(before, new SearchKeys(folder).KeyOf(new Snowflake(1)));
    }

    [Fact]
    public void A_damaged_secret_is_said_and_not_replaced()
    {
        File.WriteAllBytes(Path.Combine(folder, "search.key"), [1, 2, 3]);
        Assert.Contains("32 bytes", Assert.Throws<InvalidDataException>(() => new SearchKeys(folder).KeyOf(new Snowflake(1))).Message, StringComparison.Ordinal);
        Assert.Equal(3, new FileInfo(Path.Combine(folder, "search.key")).Length);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

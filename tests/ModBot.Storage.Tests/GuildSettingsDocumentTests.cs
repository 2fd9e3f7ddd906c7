using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Storage.Tests;

/// <summary>Documents that older versions stored are read with today's defaults.</summary>
public sealed class GuildSettingsDocumentTests
{
    private static readonly Snowflake Guild = new(1);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"mode":null}""")]
    public void What_a_document_leaves_out_has_its_default(string document) => Assert.Equal(new GuildSettings(), GuildSettingsDocument.Read(Guild, document));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void What_a_document_says_is_kept(int members)
    {
        GuildSettings settings = new() { Mode = RuleMode.Enforce, ReviewChannel = new Snowflake(5), BreakerMembers = members };
        Assert.Equal(settings, GuildSettingsDocument.Read(Guild, GuildSettingsDocument.Write(settings)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"breakerMembers":"many"}""")]
    public void A_document_that_cannot_be_read_is_an_error_of_the_store(string document) =>
        Assert.Throws<StorageException>(() => GuildSettingsDocument.Read(Guild, document));
}

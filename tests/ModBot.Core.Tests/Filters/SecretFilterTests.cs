using ModBot.Core.Filters;

namespace ModBot.Core.Tests.Filters;

public sealed class SecretFilterTests
{
    private const string Id = "MTIzNDU2Nzg5MDEyMzQ1Njc4";
    private const string Signature = "abcdefghijklmnopqrstuvwxyz0123456789AB";
    private readonly OneRule rule = new(new SecretFilter());

    [Theory]
    [InlineData($"{Id}.GaBcDe.{Signature}")]
    [InlineData($"client.run('{Id}.GaBcDe.{Signature}')")]
    [InlineData($"a.b.c {Id}.X-_cDe.abcdefghijklmnopqrstuvwxyz0 and more.")]
    [InlineData("https://canary.discord.com/api/v10/webhooks/123456789012345678/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggg")]
    [InlineData("discordapp.com/api/webhooks/123456789012345678/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggg")]
    public void A_secret_hits(string text) => Assert.Single(rule.Judge(text).Hits);

    [Theory]
    [InlineData($"aGVsbG8gd29ybGQhIQhello.GaBcDe.{Signature}")]
    [InlineData($"{Id}.GaBcD.{Signature}")]
    [InlineData($"{Id}.GaBcDe.short")]
    [InlineData($"{Id}.GaBcDe.{Signature}{Signature}")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6.IkpXVC.J9abcdefghijklmnopqrstuvwxyz012345")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("https://discord.com/api/webhooks/123456789012345678/short")]
    [InlineData("https://example.com/api/webhooks/123456789012345678/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggg")]
    public void A_near_miss_passes(string text) => Assert.Empty(rule.Judge(text).Hits);

    [Fact]
    public void What_is_reported_does_not_give_the_secret_away()
    {
        string reported = Assert.Single(rule.Judge($"token {Id}.GaBcDe.{Signature}").Hits).ToString() + string.Join(' ', rule.Found($"token {Id}.GaBcDe.{Signature}"));
        Assert.DoesNotContain(Signature, reported, StringComparison.Ordinal);
        Assert.DoesNotContain(Id, reported, StringComparison.Ordinal);
    }
}

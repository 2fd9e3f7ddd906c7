using ModBot.Discord.Gateway;

namespace ModBot.Discord.Tests.Gateway;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(null, nameof(AfterClose.Resume))]
    [InlineData(1000, nameof(AfterClose.Resume))]
    [InlineData(1001, nameof(AfterClose.Resume))]
    [InlineData(1006, nameof(AfterClose.Resume))]
    [InlineData(4000, nameof(AfterClose.Resume))]
    [InlineData(4001, nameof(AfterClose.Resume))]
    [InlineData(4002, nameof(AfterClose.Resume))]
    [InlineData(4003, nameof(AfterClose.Identify))]
    [InlineData(4004, nameof(AfterClose.Stop))]
    [InlineData(4005, nameof(AfterClose.Resume))]
    [InlineData(4007, nameof(AfterClose.Identify))]
    [InlineData(4008, nameof(AfterClose.Resume))]
    [InlineData(4009, nameof(AfterClose.Identify))]
    [InlineData(4010, nameof(AfterClose.Stop))]
    [InlineData(4011, nameof(AfterClose.Stop))]
    [InlineData(4012, nameof(AfterClose.Stop))]
    [InlineData(4013, nameof(AfterClose.Stop))]
    [InlineData(4014, nameof(AfterClose.Stop))]
    [InlineData(4999, nameof(AfterClose.Resume))]
    public void Every_code_has_its_consequence(int? code, string after) => Assert.Equal(after, CloseCodes.Classify(code).ToString());
}

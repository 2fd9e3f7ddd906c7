namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>The interop tests share one folder of packages and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class InteropCollection : ICollectionFixture<InteropRun>
{
    public const string Name = "interop";
}

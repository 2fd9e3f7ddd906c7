namespace ModBot.EndToEnd.Tests.Sandbox;

/// <summary>Tests that change the process's environment run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideCollection
{
    public const string Name = "process-wide";
}

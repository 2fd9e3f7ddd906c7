using Xunit.Sdk;

namespace ModBot.Storage.Tests;

/// <summary>A theory of the contract, which runs on every engine that this machine has.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ModBot.Storage.Tests.StoreTheoryDiscoverer", "ModBot.Storage.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

using Xunit.Sdk;

namespace ModBot.Storage.Tests;

/// <summary>A fact of the contract, which runs on every engine that this machine has.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ModBot.Storage.Tests.StoreFactDiscoverer", "ModBot.Storage.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

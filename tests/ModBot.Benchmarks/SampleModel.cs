using ModBot.CommandLine;
using ModBot.Core.Ports;

namespace ModBot.Benchmarks;

/// <summary>The shipped model.</summary>
internal static class SampleModel
{
    public static ISpamModel Open() => OfflineJudge.OpenShippedModel(Console.Error, CancellationToken.None);
}

using System.Text.Json;

namespace ModBot.Benchmarks;

/// <summary>Every budgeted figure, measured briefly.</summary>
internal static class QuickRun
{
    /// <summary>Prints one JSON line a figure; the exit code is 1 where a budget is missed.</summary>
    public static int Run(TextWriter output)
    {
        bool missed = false;
        foreach (Figure figure in GatewayFigures.Measure().Concat(SocketFigures.Measure()).Concat(JudgingFigures.Measure()).Concat(RuleFigures.Measure()))
        {
            output.WriteLine(JsonSerializer.Serialize(figure, FigureJson.Default.Figure));
            output.Flush();
            missed |= figure.Budget is { } budget && (figure.Unit == "per_second" ? figure.Value < budget : figure.Value > budget);
        }

        return missed ? 1 : 0;
    }
}

using Spectre.Console;

namespace ModBot.Stress.Crash;

/// <summary>What a crash run found.</summary>
internal sealed record CrashResult
{
    public required string Store { get; init; }

    public required int Seed { get; init; }

    public required int Kills { get; init; }

    /// <summary>Kills of a process that was not connected yet.</summary>
    public required int EarlyKills { get; init; }

    public required int Posted { get; init; }

    public required int Cases { get; init; }

    /// <summary>Posted, but not in the log.</summary>
    public required int Unjudged { get; init; }

    /// <summary>In the log more than once.</summary>
    public required int JudgedTwice { get; init; }

    /// <summary>Intended to be deleted, but standing.</summary>
    public required int Standing { get; init; }

    /// <summary>Deleted more than once, or without an intent.</summary>
    public required int WronglyDeleted { get; init; }

    /// <summary>Cards that are missing.</summary>
    public required int CardsMissing { get; init; }

    /// <summary>Cards that stand twice.</summary>
    public required int CardsTwice { get; init; }

    /// <summary>What is wrong in the database.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>From the start of a process to its session, s.</summary>
    public required double MedianStart { get; init; }

    /// <summary>From the last start until everything was judged and done, s.</summary>
    public required double CatchUp { get; init; }

    public required double Seconds { get; init; }

    public bool IsClean => Unjudged == 0 && JudgedTwice == 0 && Standing == 0 && WronglyDeleted == 0 && CardsMissing == 0 && CardsTwice == 0 && Faults.Count == 0 && Posted > 0 && Cases > 0;

    public void Print(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        Table table = new Table().AddColumn($"crash on {Store}").AddColumn(new TableColumn($"seed {Seed}").RightAligned());
        table.AddRow("kills (SIGKILL)", $"{Kills:N0}").AddRow("of them before the session", $"{EarlyKills:N0}");
        table.AddRow("messages posted", $"{Posted:N0}").AddRow("cases", $"{Cases:N0}");
        table.AddRow("not judged", $"{Unjudged:N0}").AddRow("judged more than once", $"{JudgedTwice:N0}");
        table.AddRow("to delete, but standing", $"{Standing:N0}").AddRow("deleted twice or wrongly", $"{WronglyDeleted:N0}");
        table.AddRow("cards missing", $"{CardsMissing:N0}").AddRow("cards twice", $"{CardsTwice:N0}");
        table.AddRow("database", Faults.Count == 0 ? "intact" : string.Join("; ", Faults));
        table.AddRow("start to session, median", $"{MedianStart:N1} s").AddRow("last start to all done", $"{CatchUp:N1} s").AddRow("duration", $"{Seconds:N0} s");
        console.Write(table);
        output.WriteLine(IsClean ? "clean" : "NOT clean");
    }
}

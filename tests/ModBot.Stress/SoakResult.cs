using Spectre.Console;

namespace ModBot.Stress;

/// <summary>What a soak found.</summary>
internal sealed record SoakResult
{
    public required int Seed { get; init; }

    public required int Posted { get; init; }

    /// <summary>Messages that had to be deleted.</summary>
    public required int Spam { get; init; }

    /// <summary>Posted, but not in the log.</summary>
    public required int Unjudged { get; init; }

    /// <summary>Log entries beyond one a message.</summary>
    public required long Doubled { get; init; }

    /// <summary>Spam that still stands on the server.</summary>
    public required int Standing { get; init; }

    /// <summary>Other messages that are gone from the server.</summary>
    public required int WronglyDeleted { get; init; }

    /// <summary>Exceptions that nobody observed.</summary>
    public required int Unobserved { get; init; }

    /// <summary>Managed heap after a full collection, MB: a quarter into the run, and at its end.</summary>
    public required double EarlyHeap { get; init; }

    public required double LateHeap { get; init; }

    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>True where the heap grew by no more than half and 32 MB.</summary>
    public bool IsMemoryFlat => LateHeap <= (EarlyHeap * 1.5) + 32;

    public bool IsClean => Unjudged == 0 && Doubled == 0 && Standing == 0 && WronglyDeleted == 0 && Unobserved == 0 && IsMemoryFlat && Posted > 0;

    public void Print(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        Table table = new Table().AddColumn("soak").AddColumn(new TableColumn($"seed {Seed}").RightAligned());
        table.AddRow("messages posted", $"{Posted:N0}").AddRow("of them to delete", $"{Spam:N0}");
        table.AddRow("not judged", $"{Unjudged:N0}").AddRow("judged more than once", $"{Doubled:N0}");
        table.AddRow("to delete, but standing", $"{Standing:N0}").AddRow("deleted, but harmless", $"{WronglyDeleted:N0}");
        table.AddRow("unobserved exceptions", $"{Unobserved:N0}").AddRow("heap, a quarter in", $"{EarlyHeap:N1} MB").AddRow("heap, at the end", $"{LateHeap:N1} MB");
        foreach ((string fault, int times) in Faults.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            table.AddRow($"fault: {fault}", $"{times:N0}");
        console.Write(table);
        output.WriteLine(IsClean ? "clean" : "NOT clean");
    }
}

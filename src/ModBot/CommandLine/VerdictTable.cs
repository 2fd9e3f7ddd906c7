using System.Globalization;
using ModBot.Core.Verdicts;
using Spectre.Console;

namespace ModBot.CommandLine;

/// <summary>Prints verdicts for a person; the last line counts them.</summary>
internal static class VerdictTable
{
    /// <summary>The width used where the output is not a terminal.</summary>
    private const int PlainWidth = 140;

    public static void Write(TextWriter destination, IEnumerable<VerdictRow> rows)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(destination),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        Table table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("author").NoWrap());
        table.AddColumn(new TableColumn("verdict").NoWrap());
        table.AddColumn("why");
        table.AddColumn(new TableColumn("spam").RightAligned().NoWrap());
        var counts = new int[3];
        foreach (VerdictRow row in rows)
        {
            counts[(int)row.Disposition]++;
            table.AddRow(
                new Text(row.Index.ToString(CultureInfo.InvariantCulture)),
                new Text(row.Author),
                new Text(row.Disposition.ToString().ToLowerInvariant()),
                new Text(row.Why),
                new Text(row.Spam.ToString("0.00", CultureInfo.InvariantCulture)));
        }

        console.Write(table);
        destination.WriteLine(
            $"{counts.Sum()} messages: {counts[(int)Disposition.Delete]} deleted, {counts[(int)Disposition.Flag]} flagged, {counts[(int)Disposition.Log]} logged");
        destination.Flush();
    }
}

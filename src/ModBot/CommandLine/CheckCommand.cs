using System.Buffers;
using System.CommandLine;
using System.IO.Pipelines;
using System.Text.Json;
using ModBot.Core.Text;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot check</c>: judges JSON Lines from standard input, each text on its own.</summary>
internal static class CheckCommand
{
    /// <summary>Longer lines are answered with an error; 4 MiB is far above any message and keeps memory bounded.</summary>
    private const int MaximumLine = 4 * 1024 * 1024;

    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var model = new Option<FileInfo?>("--model") { Description = "Use this model artifact instead of the shipped one." };
        var command = new Command("check", "Read JSON Lines {\"id\":…,\"text\":…} from standard input (optional: author, standing, word: a term blocked for that line) and write one verdict a line, in order.") { format, model };
        command.SetAction((result, cancellationToken) => RunAsync(terminal, parts, result.GetValue(model)?.FullName, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ModBotParts parts, string? model, CancellationToken cancellationToken)
    {
        OfflineJudge judge = OfflineJudge.Open(model, terminal.Error, cancellationToken, parts);
        await using var output = new BufferedStream(terminal.Out, 64 * 1024);
        using var lines = new JudgementLine(output);
        PipeReader input = PipeReader.Create(terminal.In, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var state = new State(judge, lines);
        while (true)
        {
            if (!input.TryRead(out ReadResult read))
            {
                // Nothing is waiting: let a person or program on the other end see what is done so far.
                await output.FlushAsync(cancellationToken);
                read = await input.ReadAsync(cancellationToken);
            }

            ReadOnlySequence<byte> buffer = read.Buffer;
            while (TakeLine(ref buffer, out ReadOnlySequence<byte> line))
                state.Line(line);
            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty)
                    state.Line(buffer);
                break;
            }

            if (buffer.Length > MaximumLine)
            {
                state.Skip();
                buffer = buffer.Slice(buffer.End);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }

        await input.CompleteAsync();
        return state.Failed ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }

        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    private sealed class State(OfflineJudge judge, JudgementLine output)
    {
        private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };
        private long number;
        private bool skipping;

        public bool Failed { get; private set; }

        public void Line(ReadOnlySequence<byte> line)
        {
            if (skipping)
            {
                skipping = false;
                return;
            }

            number++;
            if (IsBlank(line))
                return;
            JsonElement? id = null;
            try
            {
                if (line.Length > MaximumLine)
                    throw new FormatException($"the line is longer than {MaximumLine:N0} bytes");
                using var document = JsonDocument.Parse(line, Strict);
                JsonElement root = document.RootElement;
                if (root.ValueKind != JsonValueKind.Object)
                    throw new FormatException("expected a JSON object with \"id\" and \"text\"");
                if (root.TryGetProperty("id", out JsonElement given))
                    id = given.Clone();
                string text = Text(root, "text") ?? throw new FormatException("\"text\" is missing");
                string? author = Text(root, "author");
                string? word = Text(root, "word");
                if (!string.IsNullOrWhiteSpace(word) && TermSpec.Fault(word) is { } fault)
                    throw new FormatException($"\"word\" {fault}");
                output.Write(id, author, judge.Judge(text, author ?? "", Standing(root), word));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                Failed = true;
                output.WriteError(number, id, fault is InvalidOperationException ? "a string holds half of a surrogate pair" : fault.Message);
            }
        }

        /// <summary>The rest of an overlong line is thrown away as it comes in.</summary>
        public void Skip()
        {
            if (skipping)
                return;
            skipping = true;
            number++;
            Failed = true;
            output.WriteError(number, null, $"the line is longer than {MaximumLine:N0} bytes");
        }

        private static string? Text(JsonElement root, string name)
        {
            if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
                return null;
            return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" must be a string");
        }

        private static bool Standing(JsonElement root) =>
            root.TryGetProperty("standing", out JsonElement value) && value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False or JsonValueKind.Null => false,
                _ => throw new FormatException("\"standing\" must be true or false"),
            };

        private static bool IsBlank(ReadOnlySequence<byte> line)
        {
            foreach (ReadOnlyMemory<byte> segment in line)
            {
                if (segment.Span.ContainsAnyExcept(" \t\r"u8))
                    return false;
            }

            return true;
        }
    }
}

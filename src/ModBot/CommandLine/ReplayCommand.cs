using System.CommandLine;
using System.Text;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Seeds;
using ModBot.Core.Verdicts;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot replay FILE</c>: judges a seed document or a JSONL of messages in order, with history, without a server.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A seed document, or JSON Lines of messages {\"author\":…,\"text\":…} (optional: at, standing)." };
        var format = new Option<string>("--format") { Description = "Output format: table or jsonl.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl");
        var command = new Command("replay", "Judge a recorded conversation offline. Nothing is stored, nothing is done.") { file, format };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(terminal, parts, result.GetValue(file)!.FullName, result.GetValue(format)!, cancellationToken)));
        return command;
    }

    private static int Run(Terminal terminal, ModBotParts parts, string path, string format, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReplayedMessage> messages = ReplayFile.Read(path);
        OfflineJudge judge = OfflineJudge.Open(modelPath: null, terminal.Error, cancellationToken, parts);
        var judged = new List<(ReplayedMessage Message, Verdict Verdict)>(messages.Count);
        foreach ((ReplayedMessage message, Verdict verdict) in Judge(judge, messages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            judged.Add((message, verdict));
        }

        if (string.Equals(format, "jsonl", StringComparison.Ordinal))
        {
            using var output = new BufferedStream(terminal.Out);
            using var lines = new JudgementLine(output);
            foreach ((ReplayedMessage message, Verdict verdict) in judged)
                lines.Write(message.Index, message.Message.Author.Username, verdict);
            return ExitCodes.Success;
        }

        using StreamWriter text = terminal.OpenText();
        VerdictTable.Write(text, judged.Select(pair => VerdictRow.Of(pair.Message.Index, pair.Message.Message.Author.Username, pair.Verdict)));
        return ExitCodes.Success;
    }

    private static IEnumerable<(ReplayedMessage Message, Verdict Verdict)> Judge(OfflineJudge judge, IReadOnlyList<ReplayedMessage> messages)
    {
        var history = new BehaviourHistory();
        history.Keep(judge.Rules.History);
        var judgedBefore = new Dictionary<Snowflake, int>();
        foreach (ReplayedMessage replayed in messages)
        {
            ChatMessage message = replayed.Message;
            int before = judgedBefore.GetValueOrDefault(message.Author.Id);
            MemberFacts member = replayed.Standing ? MemberFacts.Trusted : new MemberFacts(null, before);
            Verdict verdict = judge.Judge(message, member, history);
            history.Observe(message, verdict);
            judgedBefore[message.Author.Id] = before + 1;
            yield return (replayed, verdict);
        }
    }
}

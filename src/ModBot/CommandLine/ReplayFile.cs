using System.Globalization;
using System.Text;
using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Seeds;

namespace ModBot.CommandLine;

/// <summary>Reads what <c>replay</c> takes.</summary>
internal static class ReplayFile
{
    /// <summary>When a message of a file without times is posted: one every five minutes, so that no behaviour window sees two.</summary>
    private static readonly DateTimeOffset FirstPost = new(2017, 4, 4, 18, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(5);

    /// <exception cref="UsageException">The file cannot be read, is empty, or a line is not a message; every faulty line is named.</exception>
    public static IReadOnlyList<ReplayedMessage> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {fault.Message}", fault);
        }

        return SeedDocument.Recognises(text) ? FromSeed(path, text) : FromLines(path, text);
    }

    private static List<ReplayedMessage> FromSeed(string path, string text)
    {
        try
        {
            SeedDocument document = SeedDocument.Parse(text);
            var authors = new AuthorIds();
            return [.. document.Comments.Select(comment => Message(comment.Index, authors.Of(comment.Author), comment.Author, comment.Text, null, document.Article, false))];
        }
        catch (FormatException fault)
        {
            throw new UsageException($"'{path}': {fault.Message}", fault);
        }
    }

    private static List<ReplayedMessage> FromLines(string path, string text)
    {
        var authors = new AuthorIds();
        var messages = new List<ReplayedMessage>();
        var faults = new List<string>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                ReplayLine parsed = JsonSerializer.Deserialize(line, CommandLineJson.Default.ReplayLine) ?? throw new JsonException("expected an object");
                messages.Add(Message(messages.Count + 1, authors.Of(parsed.Author), parsed.Author, parsed.Text, parsed.At, null, parsed.Standing));
            }
            catch (JsonException fault)
            {
                faults.Add($"line {number.ToString(CultureInfo.InvariantCulture)}: {fault.Message}");
            }
        }

        if (faults.Count > 0)
            throw new UsageException($"'{path}' is neither a seed document nor JSON Lines of messages: {string.Join("; ", faults.Take(10))}{(faults.Count > 10 ? $" … and {faults.Count - 10} more" : "")}");
        return messages.Count > 0 ? messages : throw new UsageException($"'{path}' holds no messages.");
    }

    private static ReplayedMessage Message(int index, Snowflake author, string name, string text, DateTimeOffset? at, string? topic, bool standing) => new(
        index,
        new ChatMessage
        {
            Id = Snowflake.At(at ?? FirstPost + ((index - 1) * Spacing), (uint)(index & 0x3FFFFF)),
            GuildId = new Snowflake(1),
            ChannelId = new Snowflake(1),
            Author = new MessageAuthor { Id = author, Username = name },
            Content = text,
            Context = topic is null ? MessageContext.None : new MessageContext(topic, null),
        },
        standing);

    private sealed class AuthorIds
    {
        private readonly Dictionary<string, Snowflake> ids = new(StringComparer.Ordinal);

        public Snowflake Of(string name)
        {
            if (!ids.TryGetValue(name, out Snowflake id))
                ids[name] = id = new Snowflake((ulong)(ids.Count + 1));
            return id;
        }
    }
}

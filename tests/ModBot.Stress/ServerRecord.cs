using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>What the server carried out for the bot, counted as it happens.</summary>
internal sealed class ServerRecord
{
    private readonly ConcurrentDictionary<Snowflake, int> deletions = new();
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<string, byte>> cards = new();

    /// <summary>How often each message was deleted.</summary>
    public IReadOnlyDictionary<Snowflake, int> Deletions => deletions;

    /// <summary>How many different cards stand for each case.</summary>
    public IReadOnlyDictionary<long, int> Cards => cards.ToDictionary(pair => pair.Key, pair => pair.Value.Count);

    public void Note(SandboxExchange exchange)
    {
        if (exchange.Status is < 200 or > 299)
            return;
        string[] path = exchange.Path.Split('?')[0].Trim('/').Split('/');
        if (exchange.Method == "DELETE" && path is ["channels", _, "messages", var message])
            Count(message);
        else if (exchange.Method == "POST" && path is ["channels", _, "messages", "bulk-delete"])
            NoteBulk(exchange.Request);
        else if (exchange.Method == "POST" && path is ["channels", _, "messages"])
            NoteCard(exchange.Answer);
    }

    private void NoteBulk(JsonNode? request)
    {
        foreach (JsonNode? id in request?["messages"]?.AsArray() ?? [])
            Count((string)id!);
    }

    /// <summary>A card's title begins with <c>Case 12 ·</c>. A post that was repeated with its nonce gives the same message again.</summary>
    private void NoteCard(JsonNode? answer)
    {
        if (answer?["embeds"] is not JsonArray { Count: > 0 } embeds || (string?)embeds[0]!["title"] is not { } title || !title.StartsWith("Case ", StringComparison.Ordinal))
            return;
        if (long.TryParse(title.AsSpan(5, title.IndexOf(' ', 5) - 5), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            cards.GetOrAdd(number, _ => new ConcurrentDictionary<string, byte>(StringComparer.Ordinal))[(string)answer["id"]!] = 0;
    }

    private void Count(string id) => deletions.AddOrUpdate(Snowflake.Parse(id, null), 1, static (_, count) => count + 1);
}

using System.Text;
using System.Text.Json.Nodes;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

/// <summary>Turns messages into what the in-process surface hands out.</summary>
internal static class MessageView
{
    public static SandboxMessage Of(WorldState world, MessageState message) => new()
    {
        Id = message.Id,
        ChannelId = message.ChannelId,
        AuthorId = message.AuthorId,
        AuthorName = message.WebhookName ?? world.Users.GetValueOrDefault(message.AuthorId)?.Username ?? message.AuthorId.ToString(),
        Content = message.Content,
        EditedAt = message.EditedAt,
        Flags = message.Flags,
        Pinned = message.Pinned,
        EphemeralFor = message.EphemeralFor,
        EmbedText = EmbedText(message.Embeds),
        CustomIds = [.. Components(message.Components).Where(c => (bool?)c["disabled"] != true).Select(c => (string?)c["custom_id"]).OfType<string>()],
        Json = Encoding.UTF8.GetString(JsonText.Bytes(MessageJson.Of(world, message))),
    };

    /// <summary>Every component, those inside others included.</summary>
    public static IEnumerable<JsonObject> Components(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (JsonObject inner in list.SelectMany(Components))
                    yield return inner;
                break;
            case JsonObject component:
                yield return component;
                foreach (JsonObject inner in Components(component["components"]).Concat(Components(component["accessory"])).Concat(Components(component["component"])))
                    yield return inner;
                break;
        }
    }

    private static string EmbedText(JsonArray embeds)
    {
        var lines = new List<string?>();
        foreach (JsonNode? embed in embeds)
        {
            lines.Add((string?)embed!["author"]?["name"]);
            lines.Add((string?)embed["title"]);
            lines.Add((string?)embed["description"]);
            foreach (JsonNode? field in embed["fields"] as JsonArray ?? [])
                lines.Add($"{field!["name"]}: {field["value"]}");
            lines.Add((string?)embed["footer"]?["text"]);
        }

        return string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));
    }
}

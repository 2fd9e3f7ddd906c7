using System.Text;
using System.Text.Json.Nodes;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.Messages;

/// <summary>Validates rich embeds against Discord's limits and gives them back as the API shows them.</summary>
internal static class EmbedForm
{
    private const int MaxTotal = 6_000;

    private const int MaxUrl = 2_048;

    /// <param name="message">The message's body.</param>
    /// <param name="name">The list's key.</param>
    /// <returns>Null where the body has no such key; an empty list where it is null or empty.</returns>
    public static JsonArray? Read(Form message, string name = "embeds")
    {
        if (!message.Has(name))
            return null;
        int total = 0;
        var embeds = new JsonArray();
        foreach (Form form in message.Objects(name, max: 10))
            embeds.Add(Embed(form, ref total));
        if (total > MaxTotal)
            message.Errors.Add(message.At(name), "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxTotal}");
        return embeds;
    }

    private static JsonObject Embed(Form form, ref int total)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        Put(embed, "title", form.Text("title", max: 256)?.Trim(), ref total);
        Put(embed, "description", form.Text("description", max: 4_096)?.Trim(), ref total);
        PutUrl(embed, form, "url", ["http", "https"]);
        if (form.Int("color", 0, 0xFFFFFF) is { } color)
            embed["color"] = color;
        if (form.Time("timestamp") is { } time)
            embed["timestamp"] = JsonText.Time(time);
        Footer(embed, form, ref total);
        Author(embed, form, ref total);
        Image(embed, form, "image");
        Image(embed, form, "thumbnail");
        Fields(embed, form, ref total);
        if (embed.Count == 1)
            form.Errors.Add(form.At("description"), "BASE_TYPE_REQUIRED", "This field is required");
        return embed;
    }

    private static void Footer(JsonObject embed, Form form, ref int total)
    {
        if (form.Object("footer") is not { } footer)
            return;
        var json = new JsonObject();
        Put(json, "text", footer.Text("text", max: 2_048, required: true)?.Trim(), ref total);
        PutUrl(json, footer, "icon_url", ["http", "https", "attachment"]);
        embed["footer"] = json;
    }

    private static void Author(JsonObject embed, Form form, ref int total)
    {
        if (form.Object("author") is not { } author)
            return;
        var json = new JsonObject();
        Put(json, "name", author.Text("name", max: 256, required: true)?.Trim(), ref total);
        PutUrl(json, author, "url", ["http", "https"]);
        PutUrl(json, author, "icon_url", ["http", "https", "attachment"]);
        embed["author"] = json;
    }

    private static void Image(JsonObject embed, Form form, string name)
    {
        if (form.Object(name) is not { } image)
            return;
        var json = new JsonObject();
        PutUrl(json, image, "url", ["http", "https", "attachment"]);
        if (json.Count > 0)
            embed[name] = json;
    }

    private static void Fields(JsonObject embed, Form form, ref int total)
    {
        IReadOnlyList<Form> forms = form.Objects("fields", max: 25);
        if (forms.Count == 0)
            return;
        var fields = new JsonArray();
        foreach (Form field in forms)
        {
            var json = new JsonObject { ["name"] = "", ["value"] = "" };
            Put(json, "name", field.Text("name", 1, 256, required: true)?.Trim(), ref total);
            Put(json, "value", field.Text("value", 1, 1_024, required: true)?.Trim(), ref total);
            json["inline"] = field.Bool("inline") ?? false;
            fields.Add(json);
        }

        embed["fields"] = fields;
    }

    private static void Put(JsonObject json, string name, string? value, ref int total)
    {
        if (string.IsNullOrEmpty(value))
            return;
        total += value.EnumerateRunes().Count();
        json[name] = value;
    }

    private static void PutUrl(JsonObject json, Form form, string name, string[] schemes)
    {
        if (form.Text(name, max: MaxUrl) is not { Length: > 0 } url)
            return;
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri))
            form.Errors.Add(form.At(name), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (!schemes.Contains(uri.Scheme))
            form.Errors.Add(form.At(name), "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ({string.Join(", ", schemes.Select(s => $"'{s}'"))}).");
        else
            json[name] = url;
    }
}

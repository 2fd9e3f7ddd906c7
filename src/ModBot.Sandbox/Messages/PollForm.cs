using System.Text.Json.Nodes;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Messages;

/// <summary>Validates a poll; its expiry is filled in when the message is made.</summary>
internal static class PollForm
{
    private const int MaxHours = 32 * 24;

    public static JsonObject? Read(Form message)
    {
        if (message.Object("poll") is not { } form)
            return null;
        var answers = new JsonArray();
        foreach (Form answer in form.Objects("answers", 1, 10, required: true))
        {
            var media = new JsonObject { ["text"] = answer.Object("poll_media", required: true)?.Text("text", 1, 55, required: true) ?? "" };
            answers.Add(new JsonObject { ["answer_id"] = answers.Count + 1, ["poll_media"] = media });
        }

        return new JsonObject
        {
            ["question"] = new JsonObject { ["text"] = form.Object("question", required: true)?.Text("text", 1, 300, required: true) ?? "" },
            ["answers"] = answers,
            ["expiry"] = form.Int("duration", 1, MaxHours) ?? 24,
            ["allow_multiselect"] = form.Bool("allow_multiselect") ?? false,
            ["layout_type"] = form.Choice("layout_type", 1) ?? 1,
            ["results"] = new JsonObject { ["is_finalized"] = false, ["answer_counts"] = new JsonArray() },
        };
    }
}

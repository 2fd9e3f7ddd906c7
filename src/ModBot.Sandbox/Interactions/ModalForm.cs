using System.Text.Json.Nodes;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Interactions;

/// <summary>Validates the form of a callback of type 9.</summary>
internal static class ModalForm
{
    private static readonly int[] Inputs = [ComponentForm.StringSelect, ComponentForm.TextInput, ComponentForm.UserSelect, ComponentForm.RoleSelect, ComponentForm.MentionableSelect, ComponentForm.ChannelSelect, 19, 21, 22, 23];

    public static JsonObject Read(Form data)
    {
        var names = new HashSet<string>();
        int next = 1;
        var json = new JsonObject
        {
            ["custom_id"] = data.Text("custom_id", 1, 100, required: true),
            ["title"] = data.Text("title", 1, 45, required: true),
        };
        var components = new JsonArray();
        foreach (Form form in data.Objects("components", 1, 5, required: true))
        {
            int type = form.Int("type", required: true) ?? 0;
            var made = (JsonObject)form.Body.DeepClone();
            made["id"] ??= next++;
            if (type == ComponentForm.Label)
            {
                form.Text("label", 1, 45, required: true);
                form.Text("description", max: 100);
                Input(form.Object("component", required: true), names);
                if (made["component"] is JsonObject inner)
                    inner["id"] ??= next++;
            }
            else if (type == ComponentForm.ActionRow)
            {
                foreach (Form input in form.Objects("components", 1, 1, required: true))
                {
                    Input(input, names);
                    input.Text("label", 1, 45, required: true);
                }

                foreach (JsonObject inner in (made["components"] as JsonArray ?? []).OfType<JsonObject>())
                    inner["id"] ??= next++;
            }
            else if (type != ComponentForm.TextDisplay)
            {
                form.Errors.Add(form.At("type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
            }

            components.Add(made);
        }

        data.Errors.ThrowIfAny();
        json["components"] = components;
        return json;
    }

    private static void Input(Form? input, HashSet<string> names)
    {
        if (input is null)
            return;
        int type = input.Int("type", required: true) ?? 0;
        if (!Inputs.Contains(type))
            input.Errors.Add(input.At("type"), "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", Inputs)}).");
        if (input.Text("custom_id", 1, 100, required: true) is { } name && !names.Add(name))
            input.Errors.Add(input.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        if (type != ComponentForm.TextInput)
            return;
        input.Choice("style", 1, 2);
        if (!input.Has("style"))
            input.Errors.Required(input.At("style"));
        input.Int("min_length", 0, 4_000);
        input.Int("max_length", 1, 4_000);
        input.Text("value", max: 4_000);
        input.Text("placeholder", max: 100);
    }
}

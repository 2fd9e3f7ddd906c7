using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Interactions;

/// <summary>Checks what was chosen in a select against its options and counts.</summary>
internal static class SelectCheck
{
    public static void Values(JsonObject component, int type, IReadOnlyList<string> values, ResolvedObjects resolved)
    {
        int least = (int?)component["min_values"] ?? 1, most = (int?)component["max_values"] ?? 1;
        if (values.Count < least || values.Count > most || values.Distinct().Count() != values.Count)
            throw ApiErrors.Form("values", "BASE_TYPE_BAD_LENGTH", $"Choose between {least} and {most}.");
        foreach (string value in values)
        {
            bool known = type switch
            {
                ComponentForm.StringSelect => (component["options"] as JsonArray ?? []).Any(o => (string?)o!["value"] == value),
                ComponentForm.UserSelect => Add(OptionType.User, value, resolved),
                ComponentForm.RoleSelect => Add(OptionType.Role, value, resolved),
                ComponentForm.ChannelSelect => Add(OptionType.Channel, value, resolved),
                ComponentForm.MentionableSelect => Add(OptionType.Mentionable, value, resolved),
                _ => false,
            };
            if (!known)
                throw ApiErrors.Form("values", "BASE_TYPE_CHOICES", $"'{value}' is not among the options.");
        }
    }

    private static bool Add(int optionType, string value, ResolvedObjects resolved) =>
        Snowflake.TryParse(value, null, out Snowflake id) && resolved.Add(optionType, id);
}

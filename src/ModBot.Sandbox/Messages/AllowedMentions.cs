using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Messages;

/// <summary>Whom a message may notify (message resource, "Allowed Mentions").</summary>
internal sealed record AllowedMentions(bool AllUsers, bool AllRoles, bool Everyone, bool RepliedUser)
{
    /// <summary>What a message without the field may do.</summary>
    public static readonly AllowedMentions Everything = new(true, true, true, true);

    /// <summary>What interaction replies and webhooks may do without the field.</summary>
    public static readonly AllowedMentions UsersOnly = new(true, false, false, true);

    private const int MaxIds = 100;

    public IReadOnlySet<Snowflake> Users { get; init; } = new HashSet<Snowflake>();

    public IReadOnlySet<Snowflake> Roles { get; init; } = new HashSet<Snowflake>();

    public bool User(Snowflake id) => AllUsers || Users.Contains(id);

    public bool Role(Snowflake id) => AllRoles || Roles.Contains(id);

    /// <summary>The body's allowed_mentions, or null where it has none.</summary>
    public static AllowedMentions? Read(Form message)
    {
        if (message.Object("allowed_mentions") is not { } form)
            return null;
        bool users = false, roles = false, everyone = false;
        var parse = form.Array("parse");
        for (int i = 0; i < (parse?.Count ?? 0); i++)
        {
            switch (parse![i]?.ToString())
            {
                case "users": users = true; break;
                case "roles": roles = true; break;
                case "everyone": everyone = true; break;
                default:
                    form.Errors.Add($"{form.At("parse")}.{i}", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone').");
                    break;
            }
        }

        IReadOnlyList<Snowflake> userIds = form.Ids("users", max: MaxIds) ?? [];
        IReadOnlyList<Snowflake> roleIds = form.Ids("roles", max: MaxIds) ?? [];
        if ((users && userIds.Count > 0) || (roles && roleIds.Count > 0))
            form.Errors.Add(form.At(users && userIds.Count > 0 ? "users" : "roles"), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "This field is mutually exclusive with the same value in parse.");
        return new AllowedMentions(users, roles, everyone, form.Bool("replied_user") ?? false)
        {
            Users = userIds.ToHashSet(),
            Roles = roleIds.ToHashSet(),
        };
    }
}

using System.Text;
using System.Text.Encodings.Web;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.OAuth;

/// <summary>The page on which Discord would ask whether to allow an application; here one also chooses who to be.</summary>
internal static class AuthorizePage
{
    /// <summary>People listed; those with the most powerful roles first.</summary>
    private const int Most = 50;

    /// <param name="world">Read under its gate.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="query">The page's own query, which each choice repeats.</param>
    public static string Render(WorldState world, OAuthRequest request, string query)
    {
        var html = new StringBuilder();
        foreach ((UserState user, string role) in People(world))
        {
            string name = Encode(user.GlobalName ?? user.Username);
            html.Append($"""
                <li><a class="person" href="/oauth2/authorize/as/{user.Id}{Encode(query)}"><span class="initial" aria-hidden="true">{Encode(Initial(user))}</span><span><strong>{name}</strong><small>{Encode(role)}</small></span></a></li>

                """);
        }

        return Frame("Sign in", $"""
            <h1>Sign in as …</h1>
            <p>{Encode(request.RedirectUri.Authority)} wants to know who you are{(request.Scopes.Contains("guilds") ? " and which servers you are in" : "")}. This is the sandbox: you may be anybody.</p>
            <ul>
            {html}</ul>
            <p><a class="quiet" href="{Encode(request.Answer("error", "access_denied"))}">Cancel</a></p>
            """);
    }

    public static string RenderFault(string fault) => Frame("Sign in", $"<h1>This cannot be allowed</h1><p>{Encode(fault)}</p>");

    private static IEnumerable<(UserState User, string Role)> People(WorldState world)
    {
        GuildState? guild = world.Guilds.Values.FirstOrDefault();
        return world.Users.Values.Where(user => !user.Bot)
            .Select(user => (User: user, Role: HighestRole(guild, user.Id)))
            .OrderByDescending(person => person.Role?.Position ?? -1).ThenBy(person => person.User.Id)
            .Take(Most)
            .Select(person => (person.User, person.Role?.Name ?? "not in the server"));
    }

    private static RoleState? HighestRole(GuildState? guild, Snowflake user) =>
        guild is not null && guild.Members.TryGetValue(user, out MemberState? member)
            ? member.Roles.Select(id => guild.Roles.GetValueOrDefault(id)).Where(role => role is not null).MaxBy(role => role!.Position) ?? guild.Everyone
            : null;

    private static string Initial(UserState user)
    {
        string name = user.GlobalName ?? user.Username;
        return name.Length > 0 && Rune.TryGetRuneAt(name, 0, out Rune first) ? first.ToString().ToUpperInvariant() : "?";
    }

    private static string Frame(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{title} · ModBot sandbox</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/authorize.css">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

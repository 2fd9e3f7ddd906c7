using System.Buffers;
using System.Buffers.Text;
using ModBot.Core.Links;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="SecretFilter"/>.</summary>
public sealed record SecretOptions : FilterOptions
{
    /// <summary>Look for tokens of Discord accounts and bots.</summary>
    public bool Tokens { get; init; } = true;

    /// <summary>Look for Discord webhook URLs.</summary>
    public bool Webhooks { get; init; } = true;
}

/// <summary>Hits on secrets that let anyone act in another's name. What is reported shows their beginning only.</summary>
public sealed class SecretFilter : FilterDefinition<SecretOptions>
{
    public override string Id => "secret";

    public override string Description => "Discord tokens and webhook URLs that give an account or a channel away.";

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("token = \"MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB\"", true),
        new("https://discord.com/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ012345", true),
        new("eyJhbGciOiJIUzI1NiIsInR5cCI.eyJzdW.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJVadQssw5c", false),
        new("sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", false),
        new("https://discord.com/api/webhooks/123456789012345678", false),
        new("com.example.package.name.SomeVeryLongClassNameThatGoesOn", false),
    ];

    protected override OptionSchema<SecretOptions> Options { get; } = new OptionSchema<SecretOptions>()
        .Toggle("tokens", "Tokens of bots and accounts.", o => o.Tokens, (o, v) => o with { Tokens = v })
        .Toggle("webhooks", "Webhook URLs.", o => o.Webhooks, (o, v) => o with { Webhooks = v });

    protected override ICompiledFilter Compile(SecretOptions options, FilterCompilation compilation) => new Compiled(options);

    private sealed class Compiled(SecretOptions options) : ICompiledFilter
    {
        private const int ShownCharacters = 6;
        private const int TimestampLength = 6;
        private const int ShortestSignature = 27;
        private const int LongestSignature = 48;
        private const int ShortestWebhookToken = 60;

        private static readonly SearchValues<char> TokenCharacters =
            SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (options.Tokens)
                    InspectTokens(surface, hits);
                if (options.Webhooks)
                    InspectWebhooks(surface, hits);
            }
        }

        /// <summary>Account id in Base64, a six-character time, a signature: three runs with dots between.</summary>
        private static void InspectTokens(SurfaceView surface, HitSink hits)
        {
            ReadOnlySpan<char> text = surface.Text.Original;
            for (int dot = text.IndexOf('.'); dot >= 0 && dot + TimestampLength + 1 < text.Length;)
            {
                int second = dot + 1 + TimestampLength;
                if (text[second] == '.' && !text[(dot + 1)..second].ContainsAnyExcept(TokenCharacters))
                {
                    int start = text[..dot].LastIndexOfAnyExcept(TokenCharacters) + 1;
                    int length = text[(second + 1)..].IndexOfAnyExcept(TokenCharacters);
                    int end = length < 0 ? text.Length : second + 1 + length;
                    if (end - second - 1 is >= ShortestSignature and <= LongestSignature && IsEncodedId(text[start..dot]))
                        hits.Add("A token of a Discord account or bot.", Redacted(surface, start, end - start));
                }

                int next = text[(dot + 1)..].IndexOf('.');
                dot = next < 0 ? -1 : dot + 1 + next;
            }
        }

        private static bool IsEncodedId(ReadOnlySpan<char> text)
        {
            if (text.Length is < 22 or > 28)
                return false;
            Span<byte> decoded = stackalloc byte[24];
            return Base64Url.TryDecodeFromChars(text, decoded, out int length)
                && length is >= 17 and <= 20
                && !decoded[..length].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }

        private static void InspectWebhooks(SurfaceView surface, HitSink hits)
        {
            foreach (ref readonly Link link in surface.Links.All)
            {
                ReadOnlySpan<char> host = surface.Links.Host(link);
                bool discord = host.EndsWith("discord.com") || host.EndsWith("discordapp.com");
                if (discord && IsWebhook(surface.Links.Path(link)))
                    hits.Add("A Discord webhook URL.", Redacted(surface, link.Start, link.Length));
            }
        }

        private static bool IsWebhook(ReadOnlySpan<char> path)
        {
            int at = path.IndexOf("/webhooks/", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || !path.StartsWith("/api", StringComparison.OrdinalIgnoreCase))
                return false;
            ReadOnlySpan<char> rest = path[(at + 10)..];
            int slash = rest.IndexOf('/');
            if (slash is < 17 or > 20 || rest[..slash].ContainsAnyExceptInRange('0', '9'))
                return false;
            rest = rest[(slash + 1)..];
            int length = rest.IndexOfAnyExcept(TokenCharacters);
            return (length < 0 ? rest.Length : length) >= ShortestWebhookToken;
        }

        private static Evidence Redacted(SurfaceView surface, int start, int length)
        {
            string shown = $"{surface.Text.Original.AsSpan(start, Math.Min(ShownCharacters, length))}…";
            return new Evidence(surface.Kind, surface.Index, start, length, shown, shown);
        }
    }
}

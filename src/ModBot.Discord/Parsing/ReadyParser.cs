using System.Text.Json;

namespace ModBot.Discord.Parsing;

/// <summary>The start of a session.</summary>
internal sealed record ParsedReady
{
    public ulong UserId { get; set; }

    public string BotName { get; set; } = "";

    public ulong ApplicationId { get; set; }

    /// <summary>The application's flags; null where the payload does not say.</summary>
    public long? ApplicationFlags { get; set; }

    public string? SessionId { get; set; }

    public string? ResumeUrl { get; set; }

    public HashSet<ulong> Guilds { get; } = [];
}

/// <summary>Reads READY.</summary>
internal static class ReadyParser
{
    public static ParsedReady Read(ref Utf8JsonReader reader)
    {
        var ready = new ParsedReady();
        if (!reader.EntersObject())
            return ready;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("session_id"u8))
            {
                ready.SessionId = reader.ReadText();
            }
            else if (name.SequenceEqual("resume_gateway_url"u8))
            {
                ready.ResumeUrl = reader.ReadText();
            }
            else if (name.SequenceEqual("user"u8))
            {
                var user = default(AuthorFields);
                user.ReadUser(ref reader);
                ready.UserId = user.Id;
                ready.BotName = user.Username ?? "";
            }
            else if (name.SequenceEqual("application"u8))
            {
                ReadApplication(ref reader, ready);
            }
            else if (name.SequenceEqual("guilds"u8))
            {
                ReadGuilds(ref reader, ready.Guilds);
            }
            else
            {
                reader.Skip();
            }
        }

        return ready;
    }

    private static void ReadApplication(ref Utf8JsonReader reader, ParsedReady ready)
    {
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                ready.ApplicationId = reader.ReadId();
            }
            else if (name.SequenceEqual("flags"u8))
            {
                long flags = reader.ReadInteger(-1);
                ready.ApplicationFlags = flags < 0 ? null : flags;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadGuilds(ref Utf8JsonReader reader, HashSet<ulong> into)
    {
        if (!reader.EntersArray())
            return;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("id"u8))
                    into.Add(reader.ReadId());
                else
                    reader.Skip();
            }
        }
    }
}

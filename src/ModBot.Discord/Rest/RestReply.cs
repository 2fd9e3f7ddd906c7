using System.Text.Json;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Rest;

/// <summary>What came back for one call, after all waiting and retrying.</summary>
internal sealed record RestReply
{
    /// <summary>The HTTP status; 0 where nothing was sent or nothing came back.</summary>
    public required int Status { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Discord's error code; 0 for none.</summary>
    public int Code { get; init; }

    /// <summary>Discord's error text, or what went wrong on the way.</summary>
    public string Message { get; init; } = "";

    /// <summary>Trying again at once may help.</summary>
    public bool IsTransient { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static RestReply NotSent(string why) => new() { Status = 0, Message = why };

    public static RestReply Broken(int status, string why) => new() { Status = status, Message = why, IsTransient = true };

    /// <summary>Reads status, body and, for errors, Discord's code and text; a body that is not JSON is no error of ours.</summary>
    public static RestReply From(int status, byte[] body, bool expectsJson)
    {
        bool isJson = LooksLikeJson(body);
        if (status is >= 200 and < 300)
        {
            return expectsJson && !isJson
                ? Broken(status, "the answer is not JSON")
                : new RestReply { Status = status, Body = body };
        }

        (int code, string message) = isJson ? ReadError(body) : (0, "");
        return new RestReply { Status = status, Body = body, Code = code, Message = message, IsTransient = status >= 500 };
    }

    /// <summary>The outcome in the port's words.</summary>
    public ActionOutcome ToOutcome() => Status switch
    {
        >= 200 and < 300 => ActionOutcome.Done,
        401 => new ActionOutcome(OutcomeKind.Rejected, "Discord refused the bot token."),
        403 => new ActionOutcome(OutcomeKind.Forbidden, Describe("Discord does not allow it")),
        404 => new ActionOutcome(OutcomeKind.NotFound, Describe("Discord does not know it")),
        0 or 408 or 429 or >= 500 => new ActionOutcome(OutcomeKind.Unavailable, Describe("Discord could not be reached")),
        _ => new ActionOutcome(OutcomeKind.Rejected, Describe("Discord refused it")),
    };

    private static bool LooksLikeJson(byte[] body)
    {
        ReadOnlySpan<byte> text = body.AsSpan().TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }

    private static (int Code, string Message) ReadError(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            int code = 0;
            string? message = null;
            if (!reader.Read() || !reader.EntersObject())
                return (0, "");
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("code"u8))
                    code = reader.ReadInt32();
                else if (name.SequenceEqual("message"u8))
                    message = reader.ReadText();
                else
                    reader.Skip();
            }

            return (code, message ?? "");
        }
        catch (JsonException)
        {
            return (0, "");
        }
    }

    private string Describe(string lead) => (Message.Length, Code) switch
    {
        (0, 0) => Status == 0 ? $"{lead}." : $"{lead} (HTTP {Status}).",
        (0, _) => $"{lead} ({Code}).",
        (_, 0) => $"{lead}: {Message}.",
        _ => $"{lead}: {Message} ({Code}).",
    };
}

namespace ModBot.Sandbox.Rest;

/// <summary>Discord's error codes (API reference, "JSON Error Codes").</summary>
internal static class ApiErrors
{
    public static ApiErrorException Unauthorized() => new(401, 0, "401: Unauthorized");

    public static ApiErrorException NotFound() => new(404, 0, "404: Not Found");

    public static ApiErrorException MethodNotAllowed() => new(405, 0, "405: Method Not Allowed");

    public static ApiErrorException ServerFault() => new(500, 0, "500: Internal Server Error");

    public static ApiErrorException NoUserAgent() => new(403, 40333, "internal network error");

    public static ApiErrorException BadVersion() => new(400, 50041, "Invalid API version provided");

    public static ApiErrorException BadJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static ApiErrorException BodyTooLarge() => new(413, 40005, "Request entity too large");

    public static ApiErrorException UnknownApplication() => new(404, 10002, "Unknown Application");

    public static ApiErrorException UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static ApiErrorException UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static ApiErrorException UnknownInvite() => new(404, 10006, "Unknown Invite");

    public static ApiErrorException UnknownMember() => new(404, 10007, "Unknown Member");

    public static ApiErrorException UnknownMessage() => new(404, 10008, "Unknown Message");

    public static ApiErrorException UnknownOverwrite() => new(404, 10009, "Unknown Permission Overwrite");

    public static ApiErrorException UnknownRole() => new(404, 10011, "Unknown Role");

    public static ApiErrorException UnknownUser() => new(404, 10013, "Unknown User");

    public static ApiErrorException UnknownEmoji() => new(400, 10014, "Unknown Emoji");

    public static ApiErrorException UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static ApiErrorException UnknownBan() => new(404, 10026, "Unknown Ban");

    public static ApiErrorException UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static ApiErrorException UnknownCommand() => new(404, 10063, "Unknown application command");

    public static ApiErrorException Slowmode() => new(400, 20016, "This action cannot be performed due to slowmode rate limit.");

    public static ApiErrorException MaxWebhooks() => new(400, 30007, "Maximum number of webhooks reached (15)");

    public static ApiErrorException MaxPins() => new(400, 30003, "Maximum number of pins reached for the channel (250)");

    public static ApiErrorException MaxRoles() => new(400, 30005, "Maximum number of guild roles reached (250)");

    public static ApiErrorException MaxReactions() => new(400, 30010, "Maximum number of reactions reached (20)");

    public static ApiErrorException MaxChannels() => new(400, 30013, "Maximum number of server channels reached (500)");

    public static ApiErrorException AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static ApiErrorException UserBanned() => new(403, 40007, "The user is banned from this guild.");

    public static ApiErrorException MissingAccess() => new(403, 50001, "Missing Access");

    public static ApiErrorException NotInDirectMessages() => new(400, 50003, "Cannot execute action on this channel type");

    public static ApiErrorException NotYourMessage() => new(403, 50005, "Cannot edit a message authored by another user");

    public static ApiErrorException EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static ApiErrorException CannotMessageUser() => new(403, 50007, "Cannot send messages to this user");

    public static ApiErrorException NoTextChannel() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static ApiErrorException MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static ApiErrorException TooFewOrTooMany() => new(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");

    public static ApiErrorException SystemMessage() => new(403, 50021, "Cannot execute action on a system message");

    public static ApiErrorException WrongChannelType() => new(400, 50024, "Cannot execute action on this channel type");

    public static ApiErrorException BadWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static ApiErrorException InvalidRole() => new(400, 50028, "Invalid Role");

    public static ApiErrorException TooOldToBulkDelete() => new(400, 50034, "You can only bulk delete messages that are under 14 days old.");

    public static ApiErrorException ArchivedThread() => new(400, 50083, "Thread is archived");

    public static ApiErrorException ThreadExists() => new(400, 160004, "A thread has already been created for this message");

    public static ApiErrorException LockedThread() => new(403, 160005, "Thread is locked");

    public static ApiErrorException AutoModBlocked() => new(400, 200000, "Message was blocked by automatic moderation");

    public static ApiErrorException BulkBanFailed() => new(400, 500000, "Failed to ban users");

    /// <summary>One form error, as 50035.</summary>
    /// <param name="path">Dotted path into the body, indices included; empty for the body as a whole.</param>
    /// <param name="code">Discord's name of the fault.</param>
    /// <param name="message">What is allowed.</param>
    public static ApiErrorException Form(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return errors.ToException();
    }
}

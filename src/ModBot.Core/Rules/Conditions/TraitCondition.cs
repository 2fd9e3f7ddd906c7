using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>Something that is so or is not so.</summary>
public enum Trait
{
    /// <summary>It is in a thread.</summary>
    Thread,

    /// <summary>The message is an edit rather than new.</summary>
    Edited,

    /// <summary>The message forwards another.</summary>
    Forward,

    /// <summary>The message has attachments, those of forwards included.</summary>
    Attachments,

    /// <summary>The message answers another.</summary>
    Reply,

    /// <summary>The author is a bot, webhooks not counted.</summary>
    Bot,

    Webhook,

    /// <summary>The author has a picture of their own.</summary>
    Avatar,
}

/// <summary>Whether something is so. What asks about a message does not hold for what is none.</summary>
public sealed record TraitCondition(Trait Trait, bool Expected) : RuleCondition
{
    private const int ReplyType = 19;

    public override bool Holds(Occurrence occurrence, MemberFacts member) => IsSo(occurrence) is { } so && so == Expected;

    public override string Describe() => (Trait, Expected) switch
    {
        (Trait.Thread, true) => "it is in a thread",
        (Trait.Thread, false) => "it is in no thread",
        (Trait.Edited, true) => "the message is an edit",
        (Trait.Edited, false) => "the message is new",
        (Trait.Forward, true) => "the message is a forward",
        (Trait.Forward, false) => "the message is no forward",
        (Trait.Attachments, true) => "the message has attachments",
        (Trait.Attachments, false) => "the message has no attachments",
        (Trait.Reply, true) => "the message is a reply",
        (Trait.Reply, false) => "the message is no reply",
        (Trait.Bot, true) => "the author is a bot",
        (Trait.Bot, false) => "the author is no bot",
        (Trait.Webhook, true) => "the author is a webhook",
        (Trait.Webhook, false) => "the author is no webhook",
        (_, true) => "the author has a picture",
        (_, false) => "the author has no picture",
    };

    private bool? IsSo(Occurrence occurrence) => Trait switch
    {
        Trait.Bot => occurrence.Author.IsBot,
        Trait.Webhook => occurrence.Author.IsWebhook,
        Trait.Avatar => occurrence.Author.HasAvatar,
        Trait.Thread => occurrence.ParentChannelId is not null,
        _ when occurrence is not ChatMessage => null,
        Trait.Edited => ((ChatMessage)occurrence).IsEdit,
        Trait.Forward => ((ChatMessage)occurrence).Forwards.Count > 0,
        Trait.Attachments => HasAttachments((ChatMessage)occurrence),
        _ => ((ChatMessage)occurrence).Type == ReplyType,
    };

    private static bool HasAttachments(ChatMessage message)
    {
        if (message.Attachments.Count > 0)
            return true;
        for (int i = 0; i < message.Forwards.Count; i++)
        {
            if (message.Forwards[i].Attachments.Count > 0)
                return true;
        }

        return false;
    }
}

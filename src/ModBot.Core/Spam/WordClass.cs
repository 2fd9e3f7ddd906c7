namespace ModBot.Core.Spam;

/// <summary>Groups of words that say the same to a spam filter whichever of them stands there.</summary>
internal enum WordClass : byte
{
    None,
    Contact,
    Messenger,
    Money,
    Earning,
    Crypto,
    Gift,
    Urgency,
    CallToAction,
    Account,
    Promotion,
    Adult,
    Staff,
    Invest,
    Addressed,
}

namespace ModBot.Core.Spam;

/// <summary>Groups of words that say the same to a spam filter whichever of them stands there.</summary>
internal enum WordClass
{
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

    /// <summary>What a way of contact is followed by: "dm me".</summary>
    HandOff,

    /// <summary>What makes an amount of money of a number.</summary>
    MoneyUnit,

    /// <summary>What makes a rate of an amount.</summary>
    Period,
}

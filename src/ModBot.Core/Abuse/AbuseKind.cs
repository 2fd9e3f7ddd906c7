using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>The categories that the analysis can find, as a rule chooses among them.</summary>
public enum AbuseKind
{
    Hate,
    Slur,
    Threat,
    Harassment,
    SelfHarm,
    Sexual,
    Insult,
    Profanity,
}

/// <summary>Ties <see cref="AbuseKind"/> to the categories of verdicts.</summary>
public static class AbuseKinds
{
    public static Category CategoryOf(this AbuseKind kind) => kind switch
    {
        AbuseKind.Hate => Category.Hate,
        AbuseKind.Slur => Category.Slur,
        AbuseKind.Threat => Category.Threat,
        AbuseKind.Harassment => Category.Harassment,
        AbuseKind.SelfHarm => Category.SelfHarm,
        AbuseKind.Sexual => Category.Sexual,
        AbuseKind.Insult => Category.Insult,
        _ => Category.Profanity,
    };
}

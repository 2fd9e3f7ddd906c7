using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>A member's names changed, or were seen for the first time.</summary>
public sealed record MemberRename : MemberOccurrence
{
    /// <summary>The member as they were before; null where that is not known.</summary>
    public MessageAuthor? Before { get; init; }

    public override OccurrenceKinds Kind => OccurrenceKinds.MemberRenamed;

    public override string Describe() => Before is null ? "Has these names." : $"Was called {Before.DisplayName} and is called {Author.DisplayName} now.";

    /// <summary>Names that are only seen for the first time are judged once; a change back to judged names is a change.</summary>
    public override string ComputeRevision()
    {
        string names = Revisions.Digest(Author.Username, Author.GlobalName, Author.Nickname);
        return Revisions.Of(Kind, Before is null ? names : $"{names} {At.ToUnixTimeMilliseconds()}");
    }
}

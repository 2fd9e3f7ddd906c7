using ModBot.Core.Abuse;
using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Filters.Members;

/// <summary>A name with how it reads when look-alike letters, marks and leet are seen through.</summary>
/// <param name="Member">Whose; 0 for nobody's.</param>
/// <param name="Name">As it is written.</param>
/// <param name="Reading">Letters and digits only.</param>
public sealed record StaffName(Snowflake Member, string Name, string Reading)
{
    /// <summary>Shorter names are many people's.</summary>
    private const int LeastLetters = 4;

    /// <summary>From here on one letter may differ.</summary>
    private const int LeastForOne = 6;

    /// <summary>From here on two may.</summary>
    private const int LeastForTwo = 12;

    /// <summary>Null for names too short to be anybody's in particular.</summary>
    public static StaffName? Of(string name, Snowflake member)
    {
        var views = new TextViews();
        views.Load(name);
        string reading = string.Concat(views.Squeezed.ToString().Where(char.IsLetterOrDigit));
        return reading.Length < LeastLetters ? null : new StaffName(member, name, reading);
    }

    /// <summary>Reads the same, or nearly.</summary>
    public bool IsLike(StaffName other)
    {
        int shorter = Math.Min(Reading.Length, other.Reading.Length);
        int allowed = shorter >= LeastForTwo ? 2 : shorter >= LeastForOne ? 1 : 0;
        return Math.Abs(Reading.Length - other.Reading.Length) <= allowed && EditDistance.Between(Reading, other.Reading) <= allowed;
    }
}

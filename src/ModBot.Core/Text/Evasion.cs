namespace ModBot.Core.Text;

/// <summary>How far a term's spelling may be bent and still match.</summary>
public enum Evasion
{
    /// <summary>As written, but for case.</summary>
    Off,

    /// <summary>
    /// Also styled letters, look-alikes, diacritics, invisible characters and Markdown; leet, stretched letters, letters pulled
    /// apart, and masked letters where at least as many show (<c>f*ck</c>).
    /// </summary>
    Normal,

    /// <summary>Also any doubled letter, a word split by blanks or signs (<c>fu ck</c>), and words of which only the first letter shows (<c>f***</c>).</summary>
    Strict,
}

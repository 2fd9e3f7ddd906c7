namespace ModBot.Core.Viewing;

/// <summary>How a list of cases is laid out.</summary>
public enum CaseLayout
{
    /// <summary>One line a case.</summary>
    Flat = 0,

    /// <summary>Cases of one incident together.</summary>
    Threaded = 1,
}

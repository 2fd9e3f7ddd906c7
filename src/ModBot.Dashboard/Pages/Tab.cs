namespace ModBot.Dashboard.Pages;

/// <summary>The parts of a guild's pages, in the order of the navigation.</summary>
public enum Tab
{
    None,
    Queue,
    Log,
    Rules,
    Charts,
    Audit,
    Export,
    Privacy,
}

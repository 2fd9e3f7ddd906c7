using System.Runtime.InteropServices;

namespace ModBot.Core.Filters.History;

/// <summary>One content.</summary>
/// <param name="Kind">By what it is known.</param>
/// <param name="Value">0 for none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentKey(ContentKind Kind, ulong Value)
{
    /// <summary>Under this key its messages are one incident.</summary>
    public string IncidentKey => $"content:{Kind switch { ContentKind.Text => 't', ContentKind.Link => 'l', _ => 'f' }}{Value:x16}";
}

using ModBot.Core.Filters;

namespace ModBot.Documents;

/// <summary>What is wrong with a document, and where.</summary>
/// <param name="Line">From 1; 0 where the format knows no lines or the document as a whole is meant.</param>
/// <param name="Column">From 1; 0 likewise.</param>
/// <param name="Fault">Path and sentence.</param>
internal sealed record DocumentFault(int Line, int Column, OptionFault Fault)
{
    public override string ToString() => Line == 0 ? Fault.ToString() : $"line {Line}, column {Column}: {Fault}";
}

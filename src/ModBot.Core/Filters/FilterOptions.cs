namespace ModBot.Core.Filters;

/// <summary>The parameters of a filter; each filter derives its own record, whose defaults are the filter's defaults.</summary>
public abstract record FilterOptions : OptionRecord;

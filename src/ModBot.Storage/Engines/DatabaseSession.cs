using System.Data.Common;

namespace ModBot.Storage.Engines;

/// <summary>A connection lent to one piece of work. Used by one thread at a time, and not kept.</summary>
internal abstract class DatabaseSession
{
    public abstract DbConnection Connection { get; }

    /// <summary>The test whether a value is in a list: <c>$"… WHERE case_id {session.Among("Ids")}"</c>. Engines differ in how they take lists.</summary>
    /// <param name="parameter">The parameter's name without its mark.</param>
    public abstract string Among(string parameter);
}

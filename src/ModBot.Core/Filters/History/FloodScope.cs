namespace ModBot.Core.Filters.History;

/// <summary>Whose window it is.</summary>
public enum FloodScope
{
    Author,
    AuthorInChannel,
    Channel,
    Server,
}

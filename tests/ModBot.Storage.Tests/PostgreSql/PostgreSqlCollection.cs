namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>Shares the server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlFixture>
{
    public const string Name = "PostgreSQL";
}

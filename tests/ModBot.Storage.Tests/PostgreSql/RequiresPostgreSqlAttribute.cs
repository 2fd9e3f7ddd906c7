namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>The class's <see cref="StoreFactAttribute"/> and <see cref="StoreTheoryAttribute"/> tests are skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPostgreSqlAttribute : Attribute;

namespace ModBot.Storage.Tests;

public sealed class MigrationScriptTests
{
    [Fact]
    public void Both_engines_take_the_same_steps() =>
        Assert.Equal(MigrationScript.Of("Sqlite").Select(script => script.Name), MigrationScript.Of("PostgreSql").Select(script => script.Name));
}

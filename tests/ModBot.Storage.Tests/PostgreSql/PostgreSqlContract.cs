using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>The contract on PostgreSQL.</summary>
public static class PostgreSqlContract
{
    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Recording(PostgreSqlFixture server) : RecordingContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Cases(PostgreSqlFixture server) : CaseContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Actions(PostgreSqlFixture server) : ActionContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class FollowUps(PostgreSqlFixture server) : FollowUpContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Reviews(PostgreSqlFixture server) : ReviewContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Retention(PostgreSqlFixture server) : RetentionContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class RuleSets(PostgreSqlFixture server) : RuleSetContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Settings(PostgreSqlFixture server) : GuildSettingsContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Database(PostgreSqlFixture server) : DatabaseContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Searching(PostgreSqlFixture server) : SearchContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Statistics(PostgreSqlFixture server) : StatisticsContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Audit(PostgreSqlFixture server) : AuditContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Viewing(PostgreSqlFixture server) : ViewingContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Notes(PostgreSqlFixture server) : NoteContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Strikes(PostgreSqlFixture server) : StrikeContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Counters(PostgreSqlFixture server) : CounterContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class GuildStates(PostgreSqlFixture server) : GuildStateContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class DirectMessages(PostgreSqlFixture server) : DirectMessageContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class ShardProgress(PostgreSqlFixture server) : ShardProgressContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Learning(PostgreSqlFixture server) : LearningContract(new PostgreSqlStoreFactory(server));

    [RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
    public sealed class Opening(PostgreSqlFixture server) : OpeningContract(new PostgreSqlStoreFactory(server));
}

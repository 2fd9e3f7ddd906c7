using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>SQLite keeps the contract.</summary>
public static class SqliteContract
{
    public sealed class Recording() : RecordingContract(new SqliteStoreFactory());

    public sealed class Cases() : CaseContract(new SqliteStoreFactory());

    public sealed class Actions() : ActionContract(new SqliteStoreFactory());

    public sealed class FollowUps() : FollowUpContract(new SqliteStoreFactory());

    public sealed class Reviews() : ReviewContract(new SqliteStoreFactory());

    public sealed class Retention() : RetentionContract(new SqliteStoreFactory());

    public sealed class RuleSets() : RuleSetContract(new SqliteStoreFactory());

    public sealed class Settings() : GuildSettingsContract(new SqliteStoreFactory());

    public sealed class Database() : DatabaseContract(new SqliteStoreFactory());

    public sealed class Searching() : SearchContract(new SqliteStoreFactory());

    public sealed class Statistics() : StatisticsContract(new SqliteStoreFactory());

    public sealed class Audit() : AuditContract(new SqliteStoreFactory());

    public sealed class Viewing() : ViewingContract(new SqliteStoreFactory());

    public sealed class Notes() : NoteContract(new SqliteStoreFactory());

    public sealed class Strikes() : StrikeContract(new SqliteStoreFactory());

    public sealed class Counters() : CounterContract(new SqliteStoreFactory());

    public sealed class GuildStates() : GuildStateContract(new SqliteStoreFactory());

    public sealed class DirectMessages() : DirectMessageContract(new SqliteStoreFactory());

    public sealed class ShardProgress() : ShardProgressContract(new SqliteStoreFactory());

    public sealed class Learning() : LearningContract(new SqliteStoreFactory());

    public sealed class Opening() : OpeningContract(new SqliteStoreFactory());
}

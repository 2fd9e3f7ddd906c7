using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ModBot.Stress;

/// <summary>Looks at a store's tables past ModBot's code, and says in lines what does not fit together.</summary>
internal static class StoreCheck
{
    private static readonly (string What, string Sql)[] Rules =
    [
        ("cases without a judgement", "SELECT count(*) FROM cases c WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.guild_id = c.guild_id AND j.message_id = c.message_id AND j.revision = c.revision AND j.case_number = c.number)"),
        ("judgements that name a case that is not there", "SELECT count(*) FROM judgements j WHERE case_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.guild_id = j.guild_id AND c.number = j.case_number)"),
        ("guilds whose case numbers have gaps", "SELECT count(*) FROM guilds g WHERE last_case <> (SELECT count(*) FROM cases c WHERE c.guild_id = g.guild_id)"),
        ("cases without evidence", "SELECT count(*) FROM cases c WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.case_id = c.case_id)"),
        ("messages judged twice under one revision", "SELECT count(*) FROM (SELECT 1 FROM judgements GROUP BY message_id, guild_id, revision HAVING count(*) > 1) q"),
        ("actions that are not done", "SELECT count(*) FROM actions WHERE state <> 1"),
    ];

    /// <summary>Empty where all is well.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(StressStore store)
    {
        await using DbConnection connection = await store.ConnectAsync();
        List<string> faults = [];
        if (connection is SqliteConnection && await connection.QuerySingleAsync<string>("PRAGMA integrity_check") is var said and not "ok")
            faults.Add($"integrity_check: {said}");
        foreach ((string what, string sql) in Rules)
        {
            long count = await connection.ExecuteScalarAsync<long>(sql);
            if (count != 0)
                faults.Add($"{count} {what}");
        }

        return faults;
    }

    /// <summary>How many judgements each message has.</summary>
    public static async Task<Dictionary<ulong, long>> JudgementsAsync(StressStore store)
    {
        await using DbConnection connection = await store.ConnectAsync();
        return (await connection.QueryAsync<(long Message, long Count)>("SELECT message_id, count(*) FROM judgements GROUP BY message_id"))
            .ToDictionary(row => (ulong)row.Message, row => row.Count);
    }

    /// <summary>Cases that intend a deletion, with their messages; and incidents that intend a card, by their first case.</summary>
    public static async Task<(Dictionary<long, ulong> Deletions, HashSet<long> Cards)> IntentsAsync(StressStore store)
    {
        await using DbConnection connection = await store.ConnectAsync();
        return (
            (await connection.QueryAsync<(long Number, long Message)>("SELECT DISTINCT c.number, c.message_id FROM cases c JOIN actions a ON a.case_id = c.case_id WHERE a.kind = 'delete'"))
                .ToDictionary(row => row.Number, row => (ulong)row.Message),
            (await connection.QueryAsync<long>("SELECT DISTINCT c.incident_number FROM cases c JOIN actions a ON a.case_id = c.case_id WHERE a.kind = 'flag'")).ToHashSet());
    }
}

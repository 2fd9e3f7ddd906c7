using ModBot.Core.Audit;
using ModBot.Core.Messages;
using ModBot.Core.Ports;

namespace ModBot.Storage.Tests.Contract;

/// <summary>The audit trail keeps every entry as it was.</summary>
public abstract class AuditContract(StoreFactory factory) : StoreContract(factory)
{
    private IAuditTrail Trail => Store.Get<IAuditTrail>();

    [StoreFact]
    public async Task Entries_come_newest_first_page_by_page_and_after_a_restart()
    {
        for (int i = 1; i <= 5; i++)
            await Trail.AddAsync(Entry(AuditKind.EvidenceViewed, $"case {i}"), default);
        await Trail.AddAsync(Entry(AuditKind.CasesExported, "elsewhere") with { GuildId = Sample.OtherGuild }, default);
        await ReopenAsync();
        IReadOnlyList<AuditEntry> first = await Trail.ListAsync(new AuditQuery { GuildId = Sample.Guild, Limit = 3 }, default);
        Assert.Equal(["case 5", "case 4", "case 3"], first.Select(entry => entry.Subject));
        IReadOnlyList<AuditEntry> rest = await Trail.ListAsync(new AuditQuery { GuildId = Sample.Guild, Before = first[^1].Id }, default);
        Assert.Equal(["case 2", "case 1"], rest.Select(entry => entry.Subject));
        Assert.Equal(Entry(AuditKind.EvidenceViewed, "case 1") with { Id = rest[1].Id }, rest[1]);
    }

    [StoreFact]
    public async Task Entries_are_found_by_kind_and_by_who_did_it()
    {
        await Trail.AddAsync(Entry(AuditKind.EvidenceViewed, "a"), default);
        await Trail.AddAsync(Entry(AuditKind.CasesExported, "b"), default);
        await Trail.AddAsync(Entry(AuditKind.CasesExported, "c") with { ActorId = new Snowflake(5) }, default);
        Assert.Equal(["c", "b"], (await Trail.ListAsync(new AuditQuery { GuildId = Sample.Guild, Kind = AuditKind.CasesExported }, default)).Select(entry => entry.Subject));
        Assert.Equal(["c"], (await Trail.ListAsync(new AuditQuery { GuildId = Sample.Guild, ActorId = new Snowflake(5) }, default)).Select(entry => entry.Subject));
    }

    [StoreFact]
    public async Task A_long_text_is_cut()
    {
        await Trail.AddAsync(Entry(AuditKind.EvidenceViewed, new string('x', 2_000)), default);
        Assert.Equal(AuditEntry.MaximumText, (await Trail.ListAsync(new AuditQuery { GuildId = Sample.Guild }, default))[0].Subject.Length);
    }

    private static AuditEntry Entry(AuditKind kind, string subject) =>
        new() { GuildId = Sample.Guild, ActorId = new Snowflake(4), ActorName = "Mia", Kind = kind, Subject = subject, Detail = "from the log", At = Sample.Noon };
}

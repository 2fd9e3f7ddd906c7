using System.Data.Common;
using System.Globalization;
using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Search;

/// <summary>
/// Keeps what cases can be found by. Storing a case only marks it as due, so that judging never waits for it; due cases are
/// taken up by <see cref="CaseIndexWorker"/> and, before it looks, by a search.
/// </summary>
internal sealed class CaseIndex(IDatabase database, IEvidenceProtector protector, ISearchKeys keys, StorageOptions options, TimeProvider time)
{
    /// <summary>A step takes the writer some milliseconds.</summary>
    private const int Step = 100;

    private const int MaximumNoteWords = 256;

    private const string Subject = "case-index";

    private readonly EvidenceVault vault = new(protector, time, options.EvidenceRetention);

    /// <summary>Takes up due cases.</summary>
    /// <param name="most">At most about so many.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> CatchUpAsync(int most, CancellationToken cancellationToken)
    {
        int total = 0;
        while (total < most)
        {
            List<DueCase> due = await database.ReadAsync(ReadDue, cancellationToken);
            if (due.Count == 0)
                break;
            List<IndexedCase> indexed = due.ConvertAll(Read);
            total += await database.WriteAsync(session => Store(session, indexed), cancellationToken);
            if (due.Count < Step)
                break;
        }

        return total;
    }

    /// <summary>Removes what evidence that is being erased could be found by, inside the transaction that erases it.</summary>
    public static void ForgetEvidence(WritingSession session, IReadOnlyCollection<long> caseIds)
    {
        session.Serialize(Subject, 0);
        foreach (IndexRow row in session.Connection.Query<IndexRow>(
            $"SELECT i.case_id AS CaseId, c.guild_id AS Guild, c.number AS Number, i.evidence AS Evidence, i.lasting AS Lasting FROM case_index i JOIN cases c ON c.case_id = i.case_id WHERE i.case_id {session.Among("caseIds")}",
            new { caseIds }).AsList())
        {
            Remove(session, row.Guild, row.Number, TermHash.Unpack(row.Evidence), TermSource.Evidence);
            session.Connection.Execute("UPDATE case_index SET evidence = @Empty WHERE case_id = @CaseId", new { Empty = Array.Empty<byte>(), row.CaseId });
        }
    }

    /// <summary>Removes everything that the cases could be found by, inside a transaction; what may still be found is due again.</summary>
    /// <returns>How many terms there were.</returns>
    public static long Forget(WritingSession session, IReadOnlyCollection<long> caseIds)
    {
        session.Serialize(Subject, 0);
        long removed = 0;
        foreach (IndexRow row in session.Connection.Query<IndexRow>(
            $"SELECT i.case_id AS CaseId, c.guild_id AS Guild, c.number AS Number, i.evidence AS Evidence, i.lasting AS Lasting FROM case_index i JOIN cases c ON c.case_id = i.case_id WHERE i.case_id {session.Among("caseIds")}",
            new { caseIds }).AsList())
        {
            long[] terms = [.. TermHash.Unpack(row.Evidence).Concat(TermHash.Unpack(row.Lasting)).Distinct()];
            removed += session.Connection.Execute($"DELETE FROM case_terms WHERE guild_id = @Guild AND number = @Number AND term {session.Among("terms")}", new { row.Guild, row.Number, terms });
        }

        session.Connection.Execute($"DELETE FROM case_index WHERE case_id {session.Among("caseIds")}", new { caseIds });
        session.Connection.Execute($"UPDATE cases SET index_due = index_due + 1 WHERE case_id {session.Among("caseIds")}", new { caseIds });
        return removed;
    }

    private static List<DueCase> ReadDue(ReadingSession session) => session.Snapshot(() =>
    {
        List<DueCase> due = session.Connection.Query<DueCase>(
            """
            SELECT c.case_id AS CaseId, c.guild_id AS Guild, c.number AS Number, c.index_due AS Due, c.author_name AS AuthorName, c.categories AS Categories,
                e.protected AS Protected, e.expires_at AS ExpiresAt
            FROM cases c LEFT JOIN evidence e ON e.case_id = c.case_id WHERE c.index_due > 0 ORDER BY c.case_id LIMIT @Step
            """,
            new { Step }).AsList();
        if (due.Count == 0)
            return due;
        var ids = new { Ids = due.ConvertAll(row => row.CaseId) };
        ILookup<long, string> texts = session.Connection.Query<(long CaseId, string Text)>($"SELECT case_id, reason FROM reviews WHERE case_id {session.Among("Ids")} ORDER BY review_id", ids)
            .Concat(session.Connection.Query<(long CaseId, string Text)>($"SELECT case_id, text FROM notes WHERE case_id {session.Among("Ids")} ORDER BY note_id", ids))
            .ToLookup(row => row.CaseId, row => row.Text);
        foreach (DueCase row in due)
            row.Texts = [.. texts[row.CaseId]];
        return due;
    });

    private IndexedCase Read(DueCase row)
    {
        byte[] key = keys.KeyOf(StoredValue.Snowflake(row.Guild));
        CaseEvidence? evidence = vault.Open(row.Protected, row.ExpiresAt);
        List<SearchTerm> lasting = [.. SearchTerms.OfAuthor(row.AuthorName), .. new CategorySet((uint)row.Categories).Select(SearchTerms.Of)];
        foreach (string text in row.Texts)
            lasting.AddRange(SearchTerms.OfText(text, MaximumNoteWords));
        if (evidence is not null)
            lasting.AddRange(SearchTerms.DomainsOf(evidence));
        return new IndexedCase(row, [.. lasting.Select(term => TermHash.Of(key, term)).Distinct()], [.. (evidence is null ? [] : SearchTerms.WordsOf(evidence)).Select(term => TermHash.Of(key, term)).Distinct()]);
    }

    private static int Store(WritingSession session, List<IndexedCase> indexed)
    {
        session.Serialize(Subject, 0);
        DbConnection connection = session.Connection;
        // Evidence may have been erased since it was read: its words must not come back.
        var withEvidence = connection.Query<long>($"SELECT case_id FROM evidence WHERE case_id {session.Among("Ids")}", new { Ids = indexed.ConvertAll(row => row.Case.CaseId) }).ToHashSet();
        foreach (IndexedCase row in indexed)
        {
            long[] words = withEvidence.Contains(row.Case.CaseId) ? row.Words : [];
            if (connection.Execute("UPDATE cases SET index_due = 0 WHERE case_id = @CaseId AND index_due = @Due", new { row.Case.CaseId, row.Case.Due }) == 0)
                continue;
            // Domains stay after the evidence is gone: what an earlier reading found is kept.
            byte[]? before = connection.QuerySingleOrDefault<byte[]>("SELECT lasting FROM case_index WHERE case_id = @CaseId", new { row.Case.CaseId });
            long[] lasting = before is null ? row.Lasting : [.. TermHash.Unpack(before).Union(row.Lasting)];
            Add(connection, row.Case, lasting, TermSource.Lasting);
            Add(connection, row.Case, words, TermSource.Evidence);
            connection.Execute(
                """
                INSERT INTO case_index (case_id, evidence, lasting) VALUES (@CaseId, @Evidence, @Lasting)
                ON CONFLICT (case_id) DO UPDATE SET evidence = excluded.evidence, lasting = excluded.lasting
                """,
                new { row.Case.CaseId, Evidence = TermHash.Pack(words), Lasting = TermHash.Pack(lasting) });
        }

        return indexed.Count;
    }

    /// <summary>In one statement: a case has dozens of terms, and some engines are a network away.</summary>
    private static void Add(DbConnection connection, DueCase row, long[] terms, TermSource source)
    {
        if (terms.Length == 0)
            return;
        string rows = string.Join(", ", terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"(@Guild, {term}, @Number, @Source)")));
        connection.Execute(
            $"""
            INSERT INTO case_terms (guild_id, term, number, source) VALUES {rows}
            ON CONFLICT (guild_id, term, number) DO UPDATE SET source = case_terms.source | excluded.source
            """,
            new { row.Guild, row.Number, Source = (long)source });
    }

    private static void Remove(WritingSession session, long guild, long number, IEnumerable<long> terms, TermSource source)
    {
        var parameters = new { Guild = guild, Number = number, Terms = terms.ToArray(), Source = (long)source, Both = (long)(TermSource.Evidence | TermSource.Lasting) };
        if (parameters.Terms.Length == 0)
            return;
        string which = $"guild_id = @Guild AND number = @Number AND term {session.Among(nameof(parameters.Terms))}";
        session.Connection.Execute($"DELETE FROM case_terms WHERE {which} AND source = @Source", parameters);
        session.Connection.Execute($"UPDATE case_terms SET source = source - @Source WHERE {which} AND source = @Both", parameters);
    }

    private sealed record IndexedCase(DueCase Case, long[] Lasting, long[] Words);

    private sealed class DueCase
    {
        public long CaseId { get; init; }

        public long Guild { get; init; }

        public long Number { get; init; }

        public long Due { get; init; }

        public string AuthorName { get; init; } = "";

        public long Categories { get; init; }

        public byte[]? Protected { get; init; }

        public long? ExpiresAt { get; init; }

        public IReadOnlyList<string> Texts { get; set; } = [];
    }

    private sealed class IndexRow
    {
        public long CaseId { get; init; }

        public long Guild { get; init; }

        public long Number { get; init; }

        public byte[] Evidence { get; init; } = [];

        public byte[] Lasting { get; init; } = [];
    }
}

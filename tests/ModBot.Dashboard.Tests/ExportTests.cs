using System.Net;
using System.Text.Json;
using ModBot.Core.Audit;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;
using ModBot.Dashboard.Tests.Support;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests;

/// <summary>Cases as a file: whole, safe to open, told of while it is made, and written down.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private static readonly string Exports = Visitor.In(DashboardStage.Guild, "exports");
    private DashboardStage stage = null!;

    public async Task InitializeAsync() => stage = await DashboardStage.StartAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Every_case_is_in_the_file_oldest_first_and_no_formula_is()
    {
        foreach ((string hostile, int index) in HostileStrings.All.Select((hostile, index) => (hostile, index)))
            await stage.RecordAsync(SampleCase.Of((ulong)index + 1, text: hostile, name: hostile, reason: hostile));
        using Visitor admin = await stage.SignInAsync(SandboxIds.Admin);
        using HttpResponseMessage answer = await admin.PostAsync(Exports, Exports, ("id", "a"), ("format", "csv"), ("evidence", "1"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        List<string[]> rows = Parse((await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
        Assert.Equal(HostileStrings.All.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(Enumerable.Range(1, HostileStrings.All.Count).Select(number => $"{number}"), rows.Skip(1).Select(row => row[0]));
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch("^\\s*[=+@-]", cell));
        Assert.Contains(rows, row => row[^1] == "'=cmd|' /C calc'!A0");
    }

    [Fact]
    public async Task Json_is_whole_across_pages_and_narrowed_by_the_filter()
    {
        for (ulong i = 1; i <= 450; i++)
            await stage.RecordAsync(SampleCase.Of(i, i % 2 == 0 ? Disposition.Delete : Disposition.Flag));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync(Exports, Exports, ("id", "a"), ("format", "json"), ("verdict", "flag"), ("evidence", "1"));
        using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(225, document.RootElement.GetArrayLength());
        Assert.All(document.RootElement.EnumerateArray(), item => Assert.Equal("flag", item.GetProperty("verdict").GetString()));
        // A moderator who does not manage the server takes no messages out, whatever the form says.
        Assert.All(document.RootElement.EnumerateArray(), item => Assert.False(item.TryGetProperty("text", out _)));
        Core.Audit.AuditEntry entry = Assert.Single(await stage.Audit.ListAsync(new AuditQuery { GuildId = DashboardStage.Guild, Kind = AuditKind.CasesExported }, default));
        Assert.Equal(("cases with verdict=flag", "JSON"), (entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Progress_is_told_until_it_is_done()
    {
        for (ulong i = 1; i <= 30; i++)
            await stage.RecordAsync(SampleCase.Of(i));
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        Task<string> watching = WatchAsync(mia, $"{Exports}/mine/events");
        using HttpResponseMessage answer = await mia.PostAsync(Exports, Exports, ("id", "mine"), ("format", "csv"));
        await answer.Content.ReadAsStringAsync();
        string events = await watching;
        Assert.EndsWith("event: done\ndata: 30\n\n", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_filter_exports_nothing()
    {
        using Visitor mia = await stage.SignInAsync(SandboxIds.Mia);
        using HttpResponseMessage answer = await mia.PostAsync(Exports, Exports, ("id", "a"), ("format", "csv"), ("category", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await stage.Audit.ListAsync(new AuditQuery { GuildId = DashboardStage.Guild }, default));
    }

    private static async Task<string> WatchAsync(Visitor visitor, string path)
    {
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>RFC 4180, as a spreadsheet reads it.</summary>
    private static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == ',')
                Next();
            else if (!quoted && c == '\r' && text[i + 1] == '\n')
            {
                i++;
                Next();
                rows.Add([.. row]);
                row.Clear();
            }
            else
                cell.Append(c);
        }

        Assert.False(quoted);
        return rows;

        void Next()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}

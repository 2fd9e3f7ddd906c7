using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot log list|show|export</c>: reads the moderation log of this machine's store.</summary>
internal static class LogCommand
{
    private const int Page = 200;

    public static Command Create(Terminal terminal)
    {
        var guild = new Option<string?>("--guild") { Description = "The server's id; needed where the log holds more than one." };
        var count = new Option<int>("--count") { Description = "How many cases, newest first (1 to 200).", DefaultValueFactory = _ => 25 };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Page)
                result.AddError($"--count must be 1 to {Page}.");
        });
        var number = new Argument<long>("ID") { Description = "The case's number." };

        var list = new Command("list", "The newest cases.") { guild, count };
        list.SetAction((result, cancellationToken) => WithLogAsync(terminal, result.GetValue(guild), (log, at) => ListAsync(terminal, log, at, result.GetValue(count), cancellationToken), cancellationToken));
        var show = new Command("show", "One case with its evidence and outcome.") { number, guild };
        show.SetAction((result, cancellationToken) => WithLogAsync(terminal, result.GetValue(guild), (log, at) => ShowAsync(terminal, log, at, result.GetValue(number), cancellationToken), cancellationToken));
        var export = new Command("export", "Every case as JSON Lines, oldest last.") { guild };
        export.SetAction((result, cancellationToken) => WithLogAsync(terminal, result.GetValue(guild), (log, at) => ExportAsync(terminal, log, at, cancellationToken), cancellationToken));
        return new Command("log", "Read the moderation log.") { list, show, export };
    }

    private static async Task<int> WithLogAsync(Terminal terminal, string? guildOption, Func<IModerationLog, Snowflake, Task<int>> use, CancellationToken cancellationToken)
    {
        using IHost host = ModBotHost.BuildStore();
        var log = host.Services.GetRequiredService<IModerationLog>();
        IReadOnlyList<Snowflake> guilds = await log.ListGuildsAsync(cancellationToken);
        if (guildOption is not null)
        {
            if (!Snowflake.TryParse(guildOption, CultureInfo.InvariantCulture, out Snowflake chosen))
                throw new UsageException($"--guild is '{guildOption}'; it must be a server id (digits).");
            return await use(log, chosen);
        }

        if (guilds.Count == 0)
        {
            await terminal.Error.WriteLineAsync("The log holds no cases yet.");
            return ExitCodes.Success;
        }

        return guilds.Count == 1
            ? await use(log, guilds[0])
            : throw new UsageException($"The log holds {guilds.Count} servers; choose one with --guild: {string.Join(", ", guilds.Take(20))}");
    }

    private static async Task<int> ListAsync(Terminal terminal, IModerationLog log, Snowflake guild, int count, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModerationCase> cases = await log.ListCasesAsync(new CaseQuery { GuildId = guild, Limit = count, IncludePrivate = true }, cancellationToken);
        await using StreamWriter output = terminal.OpenText();
        foreach (ModerationCase moderationCase in cases)
        {
            string state = moderationCase.Reviews is [var review, ..] ? review.Decision.ToString().ToLowerInvariant() : "open";
            await output.WriteLineAsync(
                $"{moderationCase.Number,6}  {moderationCase.PostedAt:yyyy-MM-dd HH:mm}  {moderationCase.Disposition.ToString().ToLowerInvariant(),-6}  {state,-10}  {moderationCase.Rule,-14}  {OneLine(moderationCase.AuthorName)}");
        }

        return ExitCodes.Success;
    }

    private static async Task<int> ShowAsync(Terminal terminal, IModerationLog log, Snowflake guild, long number, CancellationToken cancellationToken)
    {
        ModerationCase found = await log.GetCaseAsync(guild, number, cancellationToken)
            ?? throw new UsageException($"There is no case {number} in server {guild}. 'modbot log list' shows the newest.");
        await using StreamWriter output = terminal.OpenText();
        await output.WriteLineAsync($"case      {found.Number} (server {guild}, rules v{found.RuleSetVersion}, model {found.ModelVersion})");
        await output.WriteLineAsync($"message   {found.Key.MessageId} in channel {found.ChannelId}, {found.PostedAt:yyyy-MM-dd HH:mm:ss} UTC");
        await output.WriteLineAsync($"author    {OneLine(found.AuthorName)} ({found.AuthorId})");
        await output.WriteLineAsync($"verdict   {found.Disposition.ToString().ToLowerInvariant()}{(found.Intended > found.Disposition ? $" (intended: {found.Intended.ToString().ToLowerInvariant()})" : "")}; {found.Categories}; spam {found.Spam:0.0000}");
        foreach (Hit hit in found.Evidence?.Hits ?? [])
            await output.WriteLineAsync($"hit       {hit.Rule}: {OneLine(hit.Reason)}");
        foreach (CaseAction action in found.Actions)
            await output.WriteLineAsync($"action    {action.Action.Kind}: {action.State.ToString().ToLowerInvariant()} {OneLine(action.Detail)}");
        foreach (Review review in found.Reviews)
            await output.WriteLineAsync($"review    {review.Decision.ToString().ToLowerInvariant()} by {OneLine(review.ModeratorName)}, {review.At:yyyy-MM-dd HH:mm} UTC");
        await output.WriteLineAsync(found.Evidence is null ? "text      (expired)" : $"text      {OneLine(found.Evidence.Content)}");
        return ExitCodes.Success;
    }

    private static async Task<int> ExportAsync(Terminal terminal, IModerationLog log, Snowflake guild, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(terminal.Out);
        using var lines = new CaseLine(output);
        long? before = null;
        while (true)
        {
            IReadOnlyList<ModerationCase> page = await log.ListCasesAsync(new CaseQuery { GuildId = guild, Limit = Page, Before = before, IncludePrivate = true }, cancellationToken);
            foreach (ModerationCase moderationCase in page)
                lines.Write(moderationCase);
            if (page.Count < Page)
                return ExitCodes.Success;
            before = page[^1].Number;
        }
    }

    /// <summary>A member's text must not move the cursor or colour the terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}

using System.Collections.Immutable;
using ModBot.Core.Cases;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>A stage with one rule, on the word "mongoose", that asks for given actions, and the usual ladder.</summary>
internal sealed class ActionStage : IDisposable
{
    public const GuildPermissions Moderator = GuildPermissions.ManageMessages | GuildPermissions.ModerateMembers | GuildPermissions.ManageGuild;
    public const string Text = "look, a mongoose";
    public static readonly Snowflake Member = new(77);
    private static readonly MessageAuthor Admin = new() { Id = new Snowflake(500), Username = "admin" };

    private readonly Stack<ModerationStage> earlier = [];

    private ActionStage(ModerationStage stage) => Stage = stage;

    public ModerationStage Stage { get; private set; }

    public RecordingPlatform Platform => Stage.Platform;

    /// <summary>What the platform was asked to do, but for cards.</summary>
    public IEnumerable<string> Calls => Platform.Calls.Where(call => !call.StartsWith($"post {ModerationStage.Review}", StringComparison.Ordinal) && !call.StartsWith("edit", StringComparison.Ordinal));

    public static Task<ActionStage> OpenAsync(params ImmutableArray<RuleAction> then) => OpenAsync(Disposition.Delete, then);

    public static async Task<ActionStage> OpenAsync(Disposition verdict, params ImmutableArray<RuleAction> then)
    {
        var stage = new ActionStage(ModerationStage.Open());
        await stage.ChangeAsync("act", "mongoose", verdict, then);
        return stage;
    }

    /// <summary>Sets what a rule of terms does.</summary>
    public Task ChangeAsync(string name, string term, Disposition verdict, params ImmutableArray<RuleAction> then) => Stage.Get<GuildRules>().ChangeAsync(
        ModerationStage.Guild,
        Admin,
        "test",
        source => (source.Strikes == StrikePolicy.Default ? source with { Strikes = StrikePolicy.WithUsualLadder } : source).With(new Rule { Name = name, Filter = BlockedTermsFilter.FilterId, Options = new BlockedTermsOptions { Terms = [term] }, Category = Category.Other, Verdict = verdict, Then = then }),
        CancellationToken.None);

    /// <summary>Posts and gives the case as it stands after its actions.</summary>
    public async Task<ModerationCase> PostAsync(string text = Text, ulong author = 77, Func<ChatMessage, ChatMessage>? change = null)
    {
        await Stage.PostAsync(text, author, change);
        return await NewestAsync();
    }

    public async Task<ModerationCase> NewestAsync() => (await Stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild, Limit = 1 }, default))[0];

    public async Task<ModerationCase> CaseAsync(long number) => (await Stage.Log.GetCaseAsync(ModerationStage.Guild, number, default))!;

    /// <summary>Lets time pass and does what is due then.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Stage.Time.Ahead += time;
        await Stage.SweepAsync();
    }

    /// <summary>Ends the process and goes on with the next one.</summary>
    public void Restart()
    {
        TimeSpan ahead = Stage.Time.Ahead;
        earlier.Push(Stage);
        Stage.End();
        Stage = Stage.Reopen();
        Stage.Time.Ahead = ahead;
    }

    /// <summary>Overturns as a moderator does on the card.</summary>
    public async Task<RecordingResponder> OverturnAsync(long number, ulong moderator = 501)
    {
        Interaction form = ModerationStage.Interaction(InteractionKind.ModalSubmit, Moderator) with
        {
            CustomId = CaseButton.Overturn.IdFor(number),
            User = new MessageAuthor { Id = new Snowflake(moderator), Username = $"mod{moderator}" },
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "harmless" },
        };
        return await Stage.InteractAsync(form);
    }

    public void Dispose()
    {
        Stage.Dispose();
        while (earlier.TryPop(out ModerationStage? stage))
            stage.Dispose();
    }
}

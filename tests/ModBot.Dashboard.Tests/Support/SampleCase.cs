using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Sandbox;

namespace ModBot.Dashboard.Tests.Support;

/// <summary>Judgements to store.</summary>
internal static class SampleCase
{
    public static Judgement Of(
        ulong message, Disposition disposition = Disposition.Flag, string text = "cheap watches, write to me", string name = "Noah", Snowflake? author = null, Snowflake? guild = null,
        string rule = "spam", string reason = "reads like spam", bool isPrivate = false, string? incident = null, Category category = Category.Spam) => new()
        {
            Key = new MessageKey(guild ?? DashboardStage.Guild, new Snowflake(message), "00000000000000aa"),
            ChannelId = SandboxIds.General,
            AuthorId = author ?? SandboxIds.Noah,
            AuthorName = name,
            PostedAt = TimeProvider.System.GetUtcNow(),
            JudgedAt = TimeProvider.System.GetUtcNow(),
            Content = text,
            Private = isPrivate,
            IncidentKey = incident,
            Verdict = new Verdict
            {
                Disposition = disposition,
                Intended = disposition,
                Spam = 0.75f,
                Categories = CategorySet.Of(category),
                Hits =
                [
                    new Hit
                    {
                        Rule = rule,
                        Filter = "spam-model",
                        Category = category,
                        Disposition = disposition,
                        Reason = reason,
                        Evidence = [new Evidence(SurfaceKind.Content, 0, 0, Math.Min(5, text.Length), text[..Math.Min(5, text.Length)], text[..Math.Min(5, text.Length)])],
                    },
                ],
                Actions = disposition == Disposition.Delete ? [new DeleteAction()] : [new FlagAction()],
                RuleSetVersion = 1,
                ModelVersion = "seed-1",
                Standing = false,
            },
        };
}

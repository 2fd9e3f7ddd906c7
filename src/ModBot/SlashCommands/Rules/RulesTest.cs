using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules test</c>: judges a text by every rule. Nothing is stored, nothing is done.</summary>
internal sealed class RulesTest(GuildRules rules, FilterRegistry filters, RuleSetJson json, ISpamModel model, KnownFacts facts, TimeProvider time) : ISubCommand
{
    private const string Me = "me";

    public SubCommand Definition { get; } = new("test", "Judge a text by every rule, as if somebody had posted it. Nothing is stored, nothing is done.",
    [
        new CommandOption { Kind = CommandOptionKind.String, Name = "text", Description = "The text.", IsRequired = true, Minimum = 1, Maximum = 4_000 },
        new CommandOption { Kind = CommandOptionKind.String, Name = "as", Description = "Whose message it is. Default: a new member's.", Choices = [new CommandChoice("a new member", "new"), new CommandChoice("me", Me)] },
        new CommandOption { Kind = CommandOptionKind.Channel, Name = "channel", Description = "Where it stands. Default: here." },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageMessages;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        string text = interaction.Text("text") ?? throw new CommandFault("Give a text: `text:…`.");
        RuleMode mode = await rules.ModeAsync(interaction.GuildId, cancellationToken);
        RuleSet source = await rules.GetSourceAsync(interaction.GuildId, cancellationToken);
        var inquiry = new RuleInquiry(source, mode, filters, json, model);
        DateTimeOffset now = time.GetUtcNow();
        bool asMe = interaction.Text("as") == Me;
        var message = new ChatMessage
        {
            Id = Snowflake.At(now),
            GuildId = interaction.GuildId,
            ChannelId = interaction.Id("channel") ?? interaction.ChannelId,
            Author = asMe ? interaction.User : new MessageAuthor { Id = Snowflake.At(now), Username = "newcomer", JoinedAt = now },
            Content = text,
        };
        InquiryReport report = inquiry.Ask(message, await facts.OfAsync(message, source, cancellationToken), withNearMisses: true, cancellationToken);
        return CommandReply.Of(RuleLookText.Looks(report, $"{RuleLookText.Verdict(report.Verdict)}\nAs {(asMe ? "yours" : "a new member's first message")}, with nothing posted before it, in <#{message.ChannelId}>; server mode **{RuleWorkbench.Lower(mode)}**."));
    }
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Core.Verdicts;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules backtest</c>: what a rule, or a draft of one, would have done to a channel's history. Nothing is stored, nothing is done.</summary>
internal sealed class RulesBackTest(RuleWorkbench workbench, FilterRegistry filters, ISpamModel model, KnownFacts facts, IModerationPlatform platform, TimeProvider time) : ISubCommand
{
    private const int Page = 100;
    private const int DefaultMessages = 2_000;
    private const int MostMessages = 10_000;
    private const int DefaultDays = 7;
    private const int MostDays = 90;
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(3);

    public SubCommand Definition { get; } = new("backtest", "What a rule, or a draft of one, would have done to a channel's messages. Nothing is stored or done.",
    [
        RuleOptions.Rule(isRequired: false, "The rule. Without one give a filter: a draft is tried."),
        new CommandOption { Kind = CommandOptionKind.Channel, Name = "channel", Description = "Whose history. Default: this channel's." },
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "days", Description = $"How far back, 1 to {MostDays} days. Default {DefaultDays}.", Minimum = 1, Maximum = MostDays },
        new CommandOption { Kind = CommandOptionKind.Integer, Name = "messages", Description = $"How many messages at most, 1 to {MostMessages:N0}. Default {DefaultMessages:N0}.", Minimum = 1, Maximum = MostMessages },
        new CommandOption { Kind = CommandOptionKind.String, Name = "filter", Description = "Try a rule of this filter that does not exist yet.", Autocompletes = true, Maximum = 32 },
        new CommandOption { Kind = CommandOptionKind.String, Name = "options", Description = "Try it with these options: count=5 within=10.", Maximum = 6_000 },
        RuleOptions.Verdict,
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public bool TakesLong => true;

    public Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It takes long and shows its progress.");

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, ICommandProgress progress, CancellationToken cancellationToken)
    {
        RuleSet source = await workbench.SourceAsync(interaction.GuildId, cancellationToken);
        Rule rule = Tried(source, interaction);
        var test = new BackTest(source.With(rule), rule.Name, filters, model);
        Snowflake channel = interaction.Id("channel") ?? interaction.ChannelId;
        var reading = new Reading(interaction.GuildId, channel, progress);
        List<ChatMessage> messages = await ReadAsync(interaction, reading, cancellationToken);
        var known = new Dictionary<Snowflake, MemberFacts>();
        foreach (ChatMessage message in messages.OrderBy(message => message.Id))
        {
            if (!known.TryGetValue(message.Author.Id, out MemberFacts? member))
                known[message.Author.Id] = member = await facts.OfAsync(message, source, cancellationToken);
            test.Add(message, member with { JoinedAt = message.Author.JoinedAt });
            await ShowAsync(reading, $"Judged {test.Messages:N0} of {messages.Count:N0} messages, {test.HitCount:N0} hits so far …", cancellationToken);
        }

        string note = reading.Fault.Length == 0 ? "" : $"\nThe history could not be read to the end: {reading.Fault}";
        return CommandReply.Of($"{BackTestText.Write(test.Report(), rule.Name, interaction.GuildId)}{note}");
    }

    public Task<IReadOnlyList<CommandChoice>> SuggestAsync(Interaction interaction, CancellationToken cancellationToken) =>
        interaction.FocusedOption == "filter" ? Task.FromResult(workbench.SuggestFilters(interaction.Typed())) : workbench.SuggestRulesAsync(interaction, cancellationToken);

    /// <summary>The rule as it is, changed by what was typed, or a draft.</summary>
    private Rule Tried(RuleSet source, Interaction interaction)
    {
        Rule rule = interaction.Text("rule") is { } name ? RuleWorkbench.Find(source, name)
            : interaction.Text("filter") is { } id ? Draft(workbench.Filter(id), source)
            : throw new CommandFault("Name a rule with `rule:…`, or try a draft with `filter:…` and `options:…`.");
        rule = rule with { Verdict = RuleOptions.Read(interaction, "verdict", rule.Verdict), Mode = RuleMode.Enforce };
        ImmutableArray<(RuleField, JsonNode?)> values = RulesEdit.Pairs(workbench.FilterOf(rule), interaction.Text("options") ?? "");
        var faults = new List<OptionFault>();
        return workbench.Editor.Set(rule, values, faults) ?? throw RuleWorkbench.Refused("That cannot be tried:", faults);
    }

    private static Rule Draft(FilterDefinition filter, RuleSet source)
    {
        string name = source.Find("draft") is null ? "draft" : "back-test-draft";
        return new Rule { Name = name, Filter = filter.Id, Options = filter.DefaultOptions, Category = Category.Other, Verdict = Disposition.Flag };
    }

    /// <summary>The newest messages of the span, as many as asked for.</summary>
    private async Task<List<ChatMessage>> ReadAsync(Interaction interaction, Reading reading, CancellationToken cancellationToken)
    {
        int most = (int)Math.Clamp(interaction.Integer("messages") ?? DefaultMessages, 1, MostMessages);
        long days = Math.Clamp(interaction.Integer("days") ?? (interaction.Integer("messages") is null ? DefaultDays : MostDays), 1, MostDays);
        DateTimeOffset now = time.GetUtcNow();
        Snowflake from = Snowflake.At(now.AddDays(-days));
        var messages = new List<ChatMessage>();
        for (Snowflake? before = Snowflake.At(now.AddMinutes(1)); before is { } id && messages.Count < most;)
        {
            (ActionOutcome outcome, MessagePage page) = await platform.ReadBackAsync(reading.Guild, reading.Channel, id, Math.Min(Page, most - messages.Count), cancellationToken);
            if (!outcome.IsDone)
            {
                if (messages.Count == 0)
                    throw new CommandFault($"The history of <#{reading.Channel}> cannot be read: {outcome.Detail}");
                reading.Fault = outcome.Detail;
                break;
            }

            messages.AddRange(page.Messages.Where(message => message.Id >= from));
            before = page.Older is { } older && older >= from ? older : null;
            await ShowAsync(reading, $"Read {messages.Count:N0} messages of <#{reading.Channel}> …", cancellationToken);
        }

        return messages;
    }

    private async Task ShowAsync(Reading reading, string text, CancellationToken cancellationToken)
    {
        long now = time.GetTimestamp();
        if (reading.ShownAt is { } last && time.GetElapsedTime(last, now) < BetweenProgress)
            return;
        bool isFirst = reading.ShownAt is null;
        reading.ShownAt = now;
        if (!isFirst)
            await reading.Progress.ShowAsync(CommandReply.Of(text), cancellationToken);
    }

    private sealed class Reading(Snowflake guild, Snowflake channel, ICommandProgress progress)
    {
        public Snowflake Guild => guild;

        public Snowflake Channel => channel;

        public ICommandProgress Progress => progress;

        /// <summary>What ended the reading early.</summary>
        public string Fault { get; set; } = "";

        public long? ShownAt { get; set; }
    }
}

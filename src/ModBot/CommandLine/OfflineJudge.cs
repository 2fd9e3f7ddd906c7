using Microsoft.Extensions.Configuration;
using ModBot.Configuration;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary>Judges by the default rule set with no server behind it: the same code as the live bot, without an executor.</summary>
internal sealed class OfflineJudge
{
    private static readonly Snowflake Place = new(1);
    private readonly FilterPipeline pipeline = new();
    private string lastWord = "";
    private CompiledRuleSet? withWord;

    private OfflineJudge(ISpamModel model, CompiledRuleSet rules)
    {
        Model = model;
        Rules = rules;
    }

    public ISpamModel Model { get; }

    public CompiledRuleSet Rules { get; }

    /// <summary>Opens the shipped model, or the one named, and the default rules in enforce mode.</summary>
    /// <param name="modelPath">The artifact; null for the shipped model.</param>
    /// <param name="progress">Takes lines while a model is trained.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <param name="parts">What models can be made with; ModBot's own by default.</param>
    public static OfflineJudge Open(string? modelPath, TextWriter progress, CancellationToken cancellationToken, ModBotParts? parts = null)
    {
        ISpamModel model = modelPath is null
            ? OpenShippedModel(progress, cancellationToken, parts)
            : ModelLibrary.OpenFile(modelPath, (parts ?? ModBotParts.BuiltIn).Trainer(ModBotConfiguration.Load()).Create([]));
        return new OfflineJudge(model, CompiledRuleSet.Compile(DefaultRuleSet.Create(), RuleMode.Enforce, FilterRegistry.BuiltIn));
    }

    public static ISpamModel OpenShippedModel(TextWriter progress, CancellationToken cancellationToken, ModBotParts? parts = null)
    {
        IConfiguration configuration = ModBotConfiguration.Load();
        ModBotPaths paths = ModBotPaths.From(configuration);
        return new ModelLibrary(paths.Models, new SeedLibrary(paths.Seeds), (parts ?? ModBotParts.BuiltIn).Trainer(configuration).Create([]), progress).Open(cancellationToken);
    }

    /// <summary>Judges a text on its own: no history, and standing as stated.</summary>
    /// <param name="text">The content.</param>
    /// <param name="author">The author's name.</param>
    /// <param name="standing">The author is known and trusted.</param>
    /// <param name="word">A term that a further rule blocks in strict evasion; null or empty for none.</param>
    public Verdict Judge(string text, string author, bool standing, string? word = null)
    {
        var message = new ChatMessage
        {
            Id = Place,
            GuildId = Place,
            ChannelId = Place,
            Author = new MessageAuthor { Id = Place, Username = author },
            Content = text,
        };
        return pipeline.Judge(message, RulesWith(word), Model, standing ? MemberFacts.Trusted : MemberFacts.Unknown, EmptyHistory.Instance);
    }

    private CompiledRuleSet RulesWith(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return Rules;
        if (withWord is null || word != lastWord)
        {
            Rule blocked = new()
            {
                Name = "word",
                Filter = BlockedTermsFilter.FilterId,
                Options = new BlockedTermsOptions { Terms = [word], Evasion = Evasion.Strict },
                Category = Category.Other,
                Verdict = Disposition.Flag,
            };
            withWord = CompiledRuleSet.Compile(Rules.Source.With(blocked), RuleMode.Enforce, FilterRegistry.BuiltIn);
            lastWord = word;
        }

        return withWord;
    }

    /// <summary>Judges one message of a replay.</summary>
    public Verdict Judge(ChatMessage message, MemberFacts member, IBehaviourHistory history) => pipeline.Judge(message, Rules, Model, member, history);
}

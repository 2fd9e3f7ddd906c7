using System.Text;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Documents;
using ModBot.Moderation;

namespace ModBot.SlashCommands.Rules;

/// <summary><c>/rules import</c>: rules from a file, or typed into a form. What would change is shown before anything does.</summary>
internal sealed class RulesImport(RuleProposalButtons proposals, IModerationPlatform platform, TimeProvider time) : ISubCommand, IComponentHandler
{
    private const string Replace = "replace";
    private const string DocumentInput = "document";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public SubCommand Definition { get; } = new("import", "Rules from a file, YAML or JSON; without a file from a form. You see what would change first.",
    [
        new CommandOption { Kind = CommandOptionKind.Attachment, Name = "file", Description = "The document. Without one a form opens." },
        new CommandOption
        {
            Kind = CommandOptionKind.String,
            Name = "how",
            Description = "Default: add its rules and change those of the same names.",
            Choices = [new CommandChoice("add and change, keep the rest", "merge"), new CommandChoice("replace all rules", Replace)],
        },
    ]);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public string Prefix => "rule-import.";

    public Task<Modal?> FormAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult(
        interaction.Options.ContainsKey("file")
            ? null
            : new Modal(
                $"{Prefix}1.{(interaction.Text("how") == Replace ? Replace : "merge")}",
                "Import rules",
                [new ModalInput(DocumentInput, "Rules, YAML or JSON", IsParagraph: true, Placeholder: "rules:  - name: …")]));

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Options.GetValueOrDefault("file") is not CommandAttachment file)
            throw new CommandFault("Give a file: `file:…`, or leave it out to type the rules into a form.");
        (ActionOutcome outcome, byte[]? content) = await platform.DownloadAsync(file, YamlReader.Longest, cancellationToken);
        if (content is null)
            throw new CommandFault($"{CommandReply.Span(file.FileName)} cannot be read: {outcome.Detail}");
        string text;
        try
        {
            text = Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFault($"{CommandReply.Span(file.FileName)} is no text in UTF-8.");
        }

        return await ProposeAsync(interaction, text, $"import {file.FileName}", interaction.Text("how") == Replace, cancellationToken);
    }

    public Task PressAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken) =>
        throw new CommandFault("That belongs to another version of ModBot. Use `/rules import` again.");

    public async Task SubmitAsync(Interaction interaction, IInteractionResponder responder, CancellationToken cancellationToken)
    {
        InteractionRouter.Demand(interaction, Required);
        bool replaces = interaction.CustomId.EndsWith($".{Replace}", StringComparison.Ordinal);
        OutgoingMessage answer = await ProposeAsync(interaction, interaction.Inputs.GetValueOrDefault(DocumentInput, ""), "import from a form", replaces, cancellationToken);
        await responder.RespondAsync(answer with { Ephemeral = true }, cancellationToken);
    }

    private async Task<OutgoingMessage> ProposeAsync(Interaction interaction, string text, string summary, bool replaces, CancellationToken cancellationToken)
    {
        // Without the names every id that the document names is asked about: better than one that silently means nobody.
        (_, IReadOnlyList<NamedId> here) = await platform.ReadNamesAsync(interaction.GuildId, cancellationToken);
        var proposal = new RuleProposal
        {
            Id = RuleProposals.NewId(),
            GuildId = interaction.GuildId,
            UserId = interaction.User.Id,
            Summary = SafeText.Cut(summary, 100),
            ReplacesAll = replaces,
            Text = text,
            Here = here,
            MadeAt = time.GetUtcNow(),
        };
        return await proposals.ShowAsync(proposal, cancellationToken);
    }
}

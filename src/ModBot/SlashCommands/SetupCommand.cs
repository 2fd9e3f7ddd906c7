using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.SlashCommands;

/// <summary><c>/setup</c>: where cards go, and whether ModBot acts.</summary>
internal sealed class SetupCommand(GuildRules rules, GuildDirectory guilds) : ISlashCommand
{
    private const GuildPermissions CardPermissions = GuildPermissions.ViewChannel | GuildPermissions.SendMessages | GuildPermissions.EmbedLinks;

    public CommandDefinition Definition { get; } = new()
    {
        Name = "setup",
        Description = "Choose the review channel and whether ModBot acts or only watches.",
        DefaultPermissions = GuildPermissions.ManageGuild,
        Options =
        [
            new CommandOption { Kind = CommandOptionKind.Channel, Name = "review-channel", Description = "Where flagged messages are shown to the moderators." },
            new CommandOption
            {
                Kind = CommandOptionKind.String,
                Name = "mode",
                Description = "Whether verdicts are carried out.",
                Choices = [new CommandChoice("shadow: record only", "shadow"), new CommandChoice("enforce: delete and flag", "enforce"), new CommandChoice("off: do not look", "off")],
            },
            new CommandOption { Kind = CommandOptionKind.Channel, Name = "private-channel", Description = "Where self-harm flags go; default: the review channel." },
        ],
    };

    public GuildPermissions Required(string path) => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        GuildSettings before = await rules.GetSettingsAsync(interaction.GuildId, cancellationToken);
        GuildSettings settings = before with
        {
            ReviewChannel = interaction.Options.GetValueOrDefault("review-channel") as Snowflake? ?? before.ReviewChannel,
            PrivateChannel = interaction.Options.GetValueOrDefault("private-channel") as Snowflake? ?? before.PrivateChannel,
            Mode = interaction.Options.GetValueOrDefault("mode") is string mode ? Parse(mode) : before.Mode,
        };
        if (settings != before)
            await rules.SaveSettingsAsync(interaction.GuildId, settings, cancellationToken);

        RuleMode effective = await rules.ModeAsync(interaction.GuildId, cancellationToken);
        string channel = settings.ReviewChannel is { } review
            ? $"Review cards go to <#{review}>.{Missing(interaction.GuildId, review)}"
            : "There is no review channel: cards wait in the log. Set one with `/setup review-channel:#channel`.";
        string next = effective == RuleMode.Enforce ? "ModBot acts on its verdicts." : $"ModBot is in **{effective.ToString().ToLowerInvariant()}** mode and does nothing to messages. `/setup mode:enforce` turns it on.";
        return new OutgoingMessage { Content = $"{channel}\n{next}" };
    }

    private static RuleMode Parse(string mode) =>
        Enum.TryParse(mode, ignoreCase: true, out RuleMode parsed) && Enum.IsDefined(parsed) ? parsed : throw new CommandFault("The mode is one of shadow, enforce, off.");

    private string Missing(Snowflake guild, Snowflake channel)
    {
        if (guilds.FindChannel(guild, channel.ToString()) is not { } known)
            return " I cannot see that channel: give me the permission View Channel there.";
        GuildPermissions missing = CardPermissions & ~known.BotPermissions;
        return missing == GuildPermissions.None || known.BotPermissions.HasFlag(GuildPermissions.Administrator) ? "" : $" I lack these permissions there: {missing}.";
    }
}

using ModBot.Core.Platform;
using ModBot.Learning;

namespace ModBot.SlashCommands.Model;

/// <summary><c>/model calibrate</c>: fits the thresholds to reviews now, and trains on own examples where that is allowed.</summary>
internal sealed class ModelCalibrate(GuildLearning learning) : ISubCommand
{
    public SubCommand Definition { get; } = new("calibrate", "Fit the thresholds to your reviews, and train on your own examples where you allowed it.", []);

    public GuildPermissions Required => GuildPermissions.ManageGuild;

    public async Task<OutgoingMessage> RunAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CommandReply.Of(string.Join('\n', await learning.LearnAsync(interaction.GuildId, interaction.User, cancellationToken)));
}

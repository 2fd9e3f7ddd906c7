using Discord;
using ModBot.Core.Platform;
using CoreModal = ModBot.Core.Platform.Modal;

namespace ModBot.DiscordNet.Interactions;

/// <summary>Turns Core's forms into Discord.Net's.</summary>
internal static class ModalMapper
{
    public static global::Discord.Modal Map(CoreModal modal)
    {
        ModalBuilder builder = new ModalBuilder().WithTitle(modal.Title).WithCustomId(modal.CustomId);
        foreach (ModalInput input in modal.Inputs)
        {
            builder.AddTextInput(
                input.Label,
                input.CustomId,
                input.IsParagraph ? TextInputStyle.Paragraph : TextInputStyle.Short,
                string.IsNullOrEmpty(input.Placeholder) ? null : input.Placeholder,
                minLength: null,
                Math.Clamp(input.MaximumLength, 1, 4000),
                input.IsRequired,
                string.IsNullOrEmpty(input.Value) ? null : input.Value);
        }

        return builder.Build();
    }
}

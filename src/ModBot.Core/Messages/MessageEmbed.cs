namespace ModBot.Core.Messages;

/// <summary>The texts and links of an embed. <see cref="Texts"/> holds title, description, author, footer and every field's name and value, in that order, empty ones left out.</summary>
public sealed record MessageEmbed(IReadOnlyList<string> Texts, IReadOnlyList<string> Urls);

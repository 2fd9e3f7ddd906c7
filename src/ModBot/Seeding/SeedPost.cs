using ModBot.Core.Messages;

namespace ModBot.Seeding;

/// <summary>A seed comment as it stands in the sandbox.</summary>
internal sealed record SeedPost(int Index, Snowflake AuthorId, string Author, Snowflake MessageId, string Text);

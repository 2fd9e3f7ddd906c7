using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>Posts ordinary chat by many members, every twentieth message a scam link.</summary>
internal sealed class SoakLoad
{
    private static readonly string[] Words =
        "apple bridge candle dinner engine forest garden hammer island jacket kettle ladder market needle orange pencil quarter river silver table umbrella village window yellow zebra morning evening teacher student picture holiday".Split(' ');

    private readonly Random random;
    private readonly Snowflake[] authors;
    private int sequence;

    public SoakLoad(SandboxWorld world, Random random, int authorCount)
    {
        World = world;
        this.random = random;
        authors = [.. Enumerable.Range(1, authorCount).Select(index => world.EnsureMember($"member{index}"))];
    }

    public SandboxWorld World { get; }

    public List<SoakPost> Posted { get; } = [];

    public void Post()
    {
        bool isSpam = ++sequence % 20 == 0;
        Snowflake channel = random.Next(2) == 0 ? SandboxIds.General : SandboxIds.Comments;
        string chat = string.Join(' ', Enumerable.Range(0, 8).Select(_ => Words[random.Next(Words.Length)]));
        string text = isSpam ? $"{chat} https://dlscord-nitro.gift/{sequence}" : chat;

        // In turn, so that nobody posts often enough for the flood rule.
        SandboxMessage message = World.PostMessage(channel, authors[sequence % authors.Length], text).Message;
        Posted.Add(new SoakPost(message.Id, channel, isSpam));
    }
}

using ModBot.Core.Messages;
using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>Posts ordinary chat by many members, every twentieth message a scam link.</summary>
internal sealed class SoakLoad
{
    private readonly Random random;
    private readonly Snowflake[] authors;
    private readonly ChatText text;
    private int sequence;

    public SoakLoad(SandboxWorld world, Random random, int authorCount)
    {
        World = world;
        this.random = random;
        text = new ChatText(random);
        authors = [.. Enumerable.Range(1, authorCount).Select(index => world.EnsureMember($"member{index}"))];
    }

    public SandboxWorld World { get; }

    public List<SoakPost> Posted { get; } = [];

    /// <summary>Every how many messages one is an invite, which is flagged; 0 for none.</summary>
    public int FlagEvery { get; init; }

    public void Post()
    {
        bool isSpam = ++sequence % 20 == 0;
        Snowflake channel = random.Next(2) == 0 ? SandboxIds.General : SandboxIds.Comments;
        string chat = text.Next();
        string content = isSpam ? $"{chat} https://dlscord-nitro.gift/{sequence}"
            : FlagEvery > 0 && sequence % FlagEvery == 7 ? $"{chat} https://discord.gg/invite{sequence}"
            : chat;

        // In turn, so that nobody posts often enough for the flood rule.
        SandboxMessage message = World.PostMessage(channel, authors[sequence % authors.Length], content).Message;
        Posted.Add(new SoakPost(message.Id, channel, isSpam));
    }
}

using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Messages;

namespace ModBot.Sandbox.World;

/// <summary>The operations on a world, made once and shared by REST, the page and the in-process surface.</summary>
internal sealed class WorldDesks
{
    public WorldDesks(WorldState world)
    {
        AutoMod = new AutoModDesk(world);
        Board = new MessageBoard(world, new PostingRules(world), AutoMod);
        Marks = new MessageMarks(world, Board);
        Members = new MemberDesk(world, Board);
        Roles = new RoleDesk(world);
        Channels = new ChannelDesk(world);
        Threads = new ThreadDesk(world, Board);
        Webhooks = new WebhookDesk(world, Board);
        Commands = new CommandBook(world);
        Interactions = new InteractionDesk(world, Commands);
        Answers = new InteractionAnswers(world, Interactions, Board);
    }

    public AutoModDesk AutoMod { get; }

    public MessageBoard Board { get; }

    public MessageMarks Marks { get; }

    public MemberDesk Members { get; }

    public RoleDesk Roles { get; }

    public ChannelDesk Channels { get; }

    public ThreadDesk Threads { get; }

    public WebhookDesk Webhooks { get; }

    public CommandBook Commands { get; }

    public InteractionDesk Interactions { get; }

    public InteractionAnswers Answers { get; }
}

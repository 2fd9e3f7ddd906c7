namespace ModBot.Sandbox.World;

/// <summary>Discord's channel types that the sandbox can make.</summary>
public enum ChannelKind
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

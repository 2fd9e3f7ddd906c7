using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>The messages that had one content, oldest first; of very many the newest.</summary>
internal sealed class ContentTrail(ContentKey key)
{
    /// <summary>More than a raid posts in the longest clean-up; older ones are forgotten.</summary>
    private const int MaximumPosts = 2_000;

    private readonly List<ContentPost> posts = new(1);

    public ContentKey Key => key;

    public int Count => posts.Count;

    /// <summary>The incident that messages with this content belong to; null until one was removed.</summary>
    public string? Incident { get; set; }

    public long LastAt => posts.Count == 0 ? 0 : posts[^1].At;

    public ReadOnlySpan<ContentPost> Posts => CollectionsMarshal.AsSpan(posts);

    public void Add(ContentPost post)
    {
        foreach (ref ContentPost known in CollectionsMarshal.AsSpan(posts))
        {
            if (known.MessageId == post.MessageId)
            {
                known = known with { Handled = known.Handled || post.Handled };
                return;
            }
        }

        int index = posts.Count;
        while (index > 0 && posts[index - 1].At > post.At)
            index--;
        posts.Insert(index, post);
        if (posts.Count > MaximumPosts)
            posts.RemoveRange(0, MaximumPosts / 4);
    }

    /// <summary>Notes that these messages are removed.</summary>
    public void Handle(HashSet<Snowflake> messages)
    {
        foreach (ref ContentPost post in CollectionsMarshal.AsSpan(posts))
        {
            if (messages.Contains(post.MessageId))
                post = post with { Handled = true };
        }
    }

    /// <summary>Forgets what is older.</summary>
    public void DropBefore(long at) => posts.RemoveAll(post => post.At < at);
}

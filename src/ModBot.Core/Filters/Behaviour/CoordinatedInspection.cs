using System.Globalization;
using System.Runtime.InteropServices;
using ModBot.Core.Filters.History;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters.Behaviour;

/// <summary>Looks whether others posted the same.</summary>
internal sealed class CoordinatedInspection(CoordinatedOptions options) : ICompiledFilter
{
    /// <summary>The most messages that one verdict takes along; the others are judged themselves.</summary>
    private const int MaximumRelated = 500;

    private readonly DomainSet allowed = new(options.Allow);
    private readonly int least = Math.Min(Math.Min(options.Accounts, options.Channels), options.AccountsInOneChannel == 0 ? int.MaxValue : options.AccountsInOneChannel);

    public HistoryNeed Need { get; } = new(HistoryPart.Contents, options.Within);

    public void Inspect(Inspection inspection, HitSink hits)
    {
        ref readonly MessageTrace trace = ref inspection.Trace;
        Span<ContentKey> keys = stackalloc ContentKey[MessageTrace.MaximumKeys];
        foreach (ContentKey key in keys[..trace.Keys(keys)])
        {
            if (Counts(key, inspection) && Look(key, inspection) is { } finding)
            {
                hits.Add(finding);
                return;
            }
        }
    }

    private bool Counts(ContentKey key, Inspection inspection) => key.Kind switch
    {
        ContentKind.Text => options.Texts,
        ContentKind.Files => options.Attachments,
        _ => options.Links && !IsAllowed(key, inspection),
    };

    private bool IsAllowed(ContentKey key, Inspection inspection)
    {
        for (int i = 0; i < inspection.Surfaces.Count; i++)
        {
            LinkList links = inspection.Surfaces[i].Links;
            foreach (ref readonly Link link in links.All)
            {
                if (TraceReader.LinkKey(links.Host(link), links.Path(link)) == key.Value)
                    return allowed.Covers(links.Host(link));
            }
        }

        return false;
    }

    private FilterFinding? Look(ContentKey key, Inspection inspection)
    {
        ChatMessage message = inspection.Message;
        List<ContentPost> posts = inspection.Posts;
        posts.Clear();
        ContentKey found = inspection.History.FindContent(key, options.Within, message.At, posts);
        if (posts.Count + 1 < least)
            return null;
        posts.RemoveAll(post => post.MessageId == message.Id);
        posts.Add(new ContentPost(message.At.ToUnixTimeMilliseconds(), message.Author.Id, message.ChannelId, message.Id, inspection.Member.HasStanding(message.At), IsStaff(message.Author), Handled: false));
        if (posts.Exists(post => post.ByStaff))
            return null;
        ContentPost[] counted = [.. posts.Where(post => !post.Standing || PostsElsewhere(posts, post))];
        int accounts = counted.Select(post => post.Author).Distinct().Count();
        int channels = counted.Select(post => post.ChannelId).Distinct().Count();
        if (!Array.Exists(counted, post => post.MessageId == message.Id) || !Trips(inspection, accounts, channels))
            return null;
        return new FilterFinding(string.Create(
            CultureInfo.InvariantCulture,
            $"the same {Noun(key.Kind)} from {accounts} account{(accounts == 1 ? "" : "s")} in {channels} channel{(channels == 1 ? "" : "s")} within {DurationText.Write(options.Within)} ({counted.Length} messages)"))
        {
            Score = counted.Length,
            Evidence = inspection.Surfaces.Count == 0 ? [] : [EvidenceOf(key, inspection)],
            Related = [.. counted.Where(post => !post.Handled && post.MessageId != message.Id).TakeLast(MaximumRelated).Select(post => new MessageReference(post.ChannelId, post.MessageId))],
            IncidentKey = inspection.History.FindIncident(inspection.Trace, options.Within, message.At) ?? found.IncidentKey,
        };
    }

    private bool Trips(Inspection inspection, int accounts, int channels) =>
        channels >= options.Channels
        || (options.AccountsInOneChannel > 0 && accounts >= options.AccountsInOneChannel)
        || (accounts >= options.Accounts && (channels > 1 || inspection.Scores.Spam >= (float)options.Spam));

    /// <summary>Somebody with standing says a thing once; who says it in several channels does not speak for themselves.</summary>
    private static bool PostsElsewhere(List<ContentPost> posts, ContentPost post)
    {
        foreach (ref readonly ContentPost other in CollectionsMarshal.AsSpan(posts))
        {
            if (other.Author == post.Author && other.ChannelId != post.ChannelId)
                return true;
        }

        return false;
    }

    private static bool IsStaff(MessageAuthor author) => author.IsModerator || author.IsBot || author.IsWebhook;

    private static string Noun(ContentKind kind) => kind switch
    {
        ContentKind.Text => "text",
        ContentKind.Link => "link",
        _ => "files",
    };

    private static Evidence EvidenceOf(ContentKey key, Inspection inspection)
    {
        for (int i = 0; key.Kind == ContentKind.Link && i < inspection.Surfaces.Count; i++)
        {
            LinkList links = inspection.Surfaces[i].Links;
            foreach (ref readonly Link link in links.All)
            {
                if (TraceReader.LinkKey(links.Host(link), links.Path(link)) == key.Value)
                    return inspection.Surfaces[i].OriginalEvidence(link.Start, link.Length);
            }
        }

        return inspection.Surfaces[0].WholeEvidence();
    }
}

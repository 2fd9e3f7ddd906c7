using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Loads the surfaces of one occurrence after the other into views that are used again.</summary>
internal sealed class SurfacePool
{
    private readonly List<MessageSurface> collected = [];
    private readonly List<SurfaceView> pool = [];
    private readonly List<SurfaceView> loaded = [];

    /// <summary>Every non-empty text of what was loaded last.</summary>
    public List<SurfaceView> Loaded => loaded;

    public void Load(Occurrence occurrence)
    {
        collected.Clear();
        loaded.Clear();
        occurrence.CollectSurfaces(collected);
        for (int i = 0; i < collected.Count; i++)
        {
            if (i == pool.Count)
                pool.Add(new SurfaceView());
            pool[i].Load(collected[i]);
            loaded.Add(pool[i]);
        }
    }
}

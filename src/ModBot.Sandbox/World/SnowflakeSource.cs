using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>New ids, each greater than the one before, from the injected clock. Used under the world's lock.</summary>
internal sealed class SnowflakeSource(TimeProvider time)
{
    private Snowflake _last;

    public Snowflake Next()
    {
        var fresh = Snowflake.At(time.GetUtcNow());
        _last = fresh > _last ? fresh : new Snowflake(_last.Value + 1);
        return _last;
    }

    /// <summary>Ids given from outside are not given again.</summary>
    public void Saw(Snowflake id)
    {
        if (id > _last && id <= Snowflake.At(time.GetUtcNow(), 0x3FFFFF))
            _last = id;
    }
}

using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>Who came and went lately, oldest first.</summary>
internal sealed class Comings
{
    /// <summary>Of either; more than the largest raids bring in a day.</summary>
    private const int Maximum = 20_000;

    private readonly List<Arrival> arrivals = [];
    private readonly List<(long At, Snowflake Member)> departures = [];

    public void Arrive(Arrival arrival, long retention)
    {
        if (arrivals.Exists(known => known.Member == arrival.Member && known.At == arrival.At))
            return;
        int index = arrivals.Count;
        while (index > 0 && arrivals[index - 1].At > arrival.At)
            index--;
        arrivals.Insert(index, arrival);
        long oldest = arrivals[^1].At - retention;
        int gone = arrivals.FindIndex(known => known.At >= oldest);
        if (gone * 2 >= arrivals.Count || arrivals.Count > Maximum)
            arrivals.RemoveRange(0, Math.Max(gone, arrivals.Count > Maximum ? Maximum / 4 : 0));
    }

    public void Leave(long at, Snowflake member, long retention)
    {
        departures.Add((at, member));
        int gone = departures.FindIndex(known => known.At >= at - retention);
        if (gone * 2 >= departures.Count || departures.Count > Maximum)
            departures.RemoveRange(0, Math.Max(gone, departures.Count > Maximum ? Maximum / 4 : 0));
    }

    public void Find(long from, long until, List<Arrival> into)
    {
        for (int i = arrivals.Count - 1; i >= 0 && arrivals[i].At >= from; i--)
        {
            if (arrivals[i].At <= until)
                into.Add(arrivals[i]);
        }

        into.Reverse();
    }

    public int CountDepartures(Snowflake member, long from, long until)
    {
        int count = 0;
        foreach ((long at, Snowflake who) in departures)
        {
            if (who == member && at >= from && at <= until)
                count++;
        }

        return count;
    }
}

namespace ModBot.Stress;

/// <summary>Small talk that no two people write alike: what the filters for copied text are not to see anything in.</summary>
internal sealed class ChatText(Random random)
{
    private static readonly string[] Things =
        "kettle,bicycle,garden hose,violin,paint brush,camera,tent,bread oven,bookshelf,winter coat,old radio,fishing rod,chess set,sewing machine,lawn mower,telescope,backpack,frying pan,keyboard,guitar,toolbox,umbrella,microscope,sofa".Split(',');

    private static readonly string[] Places =
        "kitchen,library,harbour,old mill,market,station,museum,valley,workshop,school,hospital,bakery,forest,castle,office,theatre,swimming pool,village,airport,orchard".Split(',');

    private static readonly string[] People =
        "my brother,our neighbour,the teacher,Anna,an old friend,my aunt,the new trainee,Victor,a colleague,the baker,my flatmate,Grandma,Ingrid,the coach,my cousin,Paul".Split(',');

    private static readonly string[] Times =
        "yesterday,last winter,this morning,on Tuesday,after lunch,around noon,before the storm,in April,two weeks ago,tonight,at the weekend,during the break".Split(',');

    private static readonly string[] Deeds =
        "found,borrowed,repaired,painted,forgot,sold,carried,described,cleaned,photographed,dropped,admired,measured,wrapped,bought back,gave away,hid,lost,drew,weighed,polished,compared,noticed,kept".Split(',');

    private static readonly string[] Looks =
        "green,rusty,heavy,tiny,wooden,striped,broken,quiet,enormous,dusty,blue,elegant,borrowed,noisy,second-hand,crooked,silver,soft,patient,plain,wobbly,famous,oval,spare".Split(',');

    /// <summary>Few words of their own: filters compare what two texts share.</summary>
    private static readonly string[] Clauses =
    [
        "{p} {d} {w} that {a} {t}",
        "{w} {p} {d} my {a} {t}",
        "a {a} {t} stood in the {l}",
        "{p} {d} your {t}, not {p}",
        "how {a} is the {l} {w}",
        "no {a} {t} at the {l}",
        "both {p} and {p} {d} it {w}",
        "one {a} {l}, one {a} {t}",
    ];

    public string Next() => $"{Clause()}, {Joint()} {Clause()}";

    private string Joint() => random.Next(4) switch
    {
        0 => "and",
        1 => "though",
        2 => "because",
        _ => "but then",
    };

    private string Clause()
    {
        string clause = Clauses[random.Next(Clauses.Length)];
        foreach ((string slot, string[] words) in ((string, string[])[])[("{t}", Things), ("{l}", Places), ("{p}", People), ("{w}", Times), ("{d}", Deeds), ("{a}", Looks)])
        {
            for (int at = clause.IndexOf(slot, StringComparison.Ordinal); at >= 0; at = clause.IndexOf(slot, StringComparison.Ordinal))
                clause = string.Concat(clause.AsSpan(0, at), words[random.Next(words.Length)], clause.AsSpan(at + slot.Length));
        }

        return clause;
    }
}

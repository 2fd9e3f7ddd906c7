using System.Collections.Frozen;

namespace ModBot.Core.Links;

/// <summary>
/// Which endings make a bare <c>name.ending</c> a host name in running text. Facts of IANA's root zone; the split is ours:
/// endings that are also words, file extensions or members in code ask for a path, a scheme or <c>www.</c> besides.
/// </summary>
internal static class TopLevelDomains
{
    private const string PlainList =
        "com net org edu gov mil int info biz xyz online site shop store top club vip gift gifts click icu buzz monster win bid loan party stream trade racing "
        + "science cricket faith accountant webcam website tech pw cyou cfd sbs quest bond finance casino poker cloud space dev blog asia africa porn sexy adult xxx "
        + "ac ad ae af ag ai al ao aq ar au aw ax az ba bb bd bf bg bh bi bj bm bn bo br bs bt bw by bz ca cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm "
        + "dz ec ee eg er es et eu fi fj fk fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hn hr ht hu il io iq ir je jm jo jp ke kg kh ki km kn kp kr kw "
        + "ky kz lb lk lr ls lu lv ly ma mc mg mh mk ml mn mo mp mq mr mt mv mw mx mz nc ne nf ng ni nl np nr nu nz pe pf pg ph pk pl pn pr pt pw qa ro ru rw sb sd se "
        + "sg si sk sl sm sn sr ss su sv sx sy sz td tg tj tk tl tm tn tr tt tv tw tz ua ug uk uy uz vc ve vg vn vu wf ye za zm zw рф укр бел";

    private const string DoubtfulList =
        "as at am be cc cd do fm gs hm id ie im in is it la lc li lt md me mm ms mu my na no om pa pm ps py re rs sa sc sh so st tc tf th to us va vi ws yt "
        + "app link live work review date download wiki news media network systems host fun cam lol mom uno skin exchange capital money cash trading bet games game "
        + "art zip mov name run show fit page zone today life world rest studio design agency digital email chat social video tools center team group ltd llc pro one "
        + "gold black red blue pink green best cool guru ninja rocks moe foundation support services solutions directory company business expert help care academy "
        + "security software computer codes software market markets plus promo sale deals bargains discount fashion style coupons bingo tips watch pizza cafe bar "
        + "house land farm earth energy city london nyc tokyo berlin paris swiss bio eco kim lat ink hiv wtf sucks gay lgbt rip ooo fyi army navy band dance direct "
        + "day how soy new foo page prof phd nexus dad esq ing meme boo rsvp cards events express fail fan fans limited photos pics pictures tax taxi toys vision";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plain =
        PlainList.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doubtful =
        DoubtfulList.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Endings that nobody writes behind a blank or the word "dot" but to spell a host.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spelled =
        "com net org gg io co xyz ru gift gifts ly tv me li app dev site online shop info link click top ws cc".Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names that end like hosts and are none.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Products =
        "asp.net vb.net ado.net ml.net discord.net".Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A bare name with this ending is a host.</summary>
    public static bool IsPlain(ReadOnlySpan<char> ending) => Plain.Contains(ending);

    /// <summary>A bare name with this ending is a host where something else speaks for it too.</summary>
    public static bool IsDoubtful(ReadOnlySpan<char> ending) => Doubtful.Contains(ending);

    public static bool IsKnown(ReadOnlySpan<char> ending) => IsPlain(ending) || IsDoubtful(ending);

    public static bool IsSpelled(ReadOnlySpan<char> ending) => Spelled.Contains(ending);

    public static bool IsProduct(ReadOnlySpan<char> host) => Products.Contains(host);
}

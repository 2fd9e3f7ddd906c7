namespace ModBot.Core.Text;

/// <summary>
/// Which characters read as which plain letters. Facts of the Unicode Character Database 15 (decompositions, Unicode licence v3);
/// what no decomposition covers (small capitals, barred and hooked letters) is our own list. Lower-case forms only: case is
/// folded first.
/// </summary>
internal static class FoldFacts
{
    /// <summary>A plain letter and the letters that carry diacritics over it.</summary>
    public static readonly (char Plain, string Forms)[] Diacritics =
    [
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓ"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖ"),
        ('i', "ìíîïĩīĭįİǐȉȋḭḯỉị"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽ"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩ"),
        ('t', "ţťțṫṭṯṱẗ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
        ('s', "ẛ"),
        ('z', "ǯ"),
        ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ('ε', "έἐἑἒἓἔἕὲέ"),
        ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ('ο', "όὀὁὂὃὄὅὸό"),
        ('ρ', "ῤῥ"),
        ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ('а', "ӑӓ"),
        ('г', "ѓ"),
        ('е', "ѐёӗ"),
        ('ж', "ӂӝ"),
        ('з', "ӟ"),
        ('и', "йѝӣӥ"),
        ('к', "ќ"),
        ('о', "ӧ"),
        ('у', "ўӯӱӳ"),
        ('ч', "ӵ"),
        ('ы', "ӹ"),
        ('э', "ӭ"),
        ('і', "ї"),
        ('ѵ', "ѷ"),
        ('ә', "ӛ"),
        ('ө', "ӫ"),
    ];

    /// <summary>A plain letter or digit and its superscript, subscript, small-capital, barred and other stylised forms.</summary>
    public static readonly (char Plain, string Forms)[] Stylised =
    [
        ('0', "⁰₀"),
        ('1', "₁¹"),
        ('2', "₂²"),
        ('3', "₃³"),
        ('4', "⁴₄"),
        ('5', "⁵₅"),
        ('6', "⁶₆"),
        ('7', "⁷₇"),
        ('8', "⁸₈"),
        ('9', "⁹₉"),
        ('a', "ᴀɐɑɒɶⱥᶏᴬᵃₐÅª"),
        ('b', "ʙɮƀƃɓᵬᶀƅᴮᵇℬ"),
        ('c', "ᴄƈȼɕↄɔᶜℂℭⅭⅽꟲ"),
        ('d', "ᴅđɖɗƌȡᵭᶁᶑᴰᵈⅅⅆⅮⅾð"),
        ('e', "ᴇɇɘəɛɜɝǝᶒⱸᴱᵉₑℯℰⅇ"),
        ('f', "ꜰʄʆƒᵮᶂɟᶠℱꟳ"),
        ('g', "ɢɡǥɠᶃᵹᴳᵍℊ"),
        ('h', "ʜɧħɦɥⱨʰᴴₕℋℌℍℎ"),
        ('i', "ɪᴉıɨɩᵻᶖᴵᵢⁱℐℑℹⅈⅠⅰ"),
        ('j', "ᴊȷɉʝʲᴶⅉⱼ"),
        ('k', "ᴋƙⱪᶄʞᴷᵏₖ"),
        ('l', "ʟłƚɫɬɭⱡᶅȴˡᴸₗℒℓⅬⅼ"),
        ('m', "ᴍɱᵯᶆɯᴹᵐₘℳⅯⅿ"),
        ('n', "ɴɲɳƞŋȵᵰᶇᴺⁿₙℕ"),
        ('o', "ᴏøǿɵɸᴑᴼᵒₒℴº"),
        ('p', "ᴘ℘ƥᵽᵱᶈᴾᵖₚℙ"),
        ('q', "ʠɋℚꟴ"),
        ('r', "ʀɍɼɽɾɹʁᵲᵳᶉʳᴿᵣℛℜℝ"),
        ('s', "ꜱʂȿſᵴᶊˢₛ"),
        ('t', "ᴛȶŧƭʈțⱦᵵʇᵀᵗₜ"),
        ('u', "ᴜʉʊᵾᶙᵁᵘᵤ"),
        ('v', "ᴠʋⱱᶌʌᵛᵥⅤⅴⱽ"),
        ('w', "ᴡⱳʍʷᵂ"),
        ('x', "ᶍˣₓⅩⅹ"),
        ('y', "ʏƴɏʎʸ"),
        ('z', "ᴢƶȥʐʑɀⱬᵶᶎʒʓᶻℤℨ"),
        ('β', "ᵝᵦ"),
        ('γ', "ᵞᵧℽℾ"),
        ('δ', "ᵟ"),
        ('θ', "ᶿ"),
        ('μ', "µ"),
        ('π', "ℼℿ"),
        ('ρ', "ᵨ"),
        ('φ', "ᵠᵩ"),
        ('χ', "ᵡᵪ"),
        ('н', "ᵸ"),
    ];

    /// <summary>Letters and ligatures that read as more than one letter.</summary>
    public static readonly (string Plain, string Forms)[] Ligatures =
    [
        ("aa", "ꜳ"),
        ("ae", "æǽǣᴁᴭ"),
        ("ao", "ꜵ"),
        ("au", "ꜷ"),
        ("av", "ꜹ"),
        ("dz", "ǆǅǳǲʣ"),
        ("ff", "ﬀ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("hv", "ƕ"),
        ("ii", "Ⅱⅱ"),
        ("iii", "Ⅲⅲ"),
        ("ij", "ĳ"),
        ("iv", "Ⅳⅳ"),
        ("ix", "Ⅸⅸ"),
        ("lj", "ǉǈ"),
        ("nj", "ǌǋ"),
        ("no", "№"),
        ("oe", "œ"),
        ("oo", "ꝏ"),
        ("ss", "ßẞ"),
        ("st", "ﬅﬆ"),
        ("th", "þ"),
        ("ts", "ʦ"),
        ("tz", "ꜩ"),
        ("vi", "Ⅵⅵ"),
        ("vii", "Ⅶⅶ"),
        ("viii", "Ⅷⅷ"),
        ("xi", "Ⅺⅺ"),
        ("xii", "Ⅻⅻ"),
    ];

    /// <summary>Punctuation and its typographic forms.</summary>
    public static readonly (char Plain, string Forms)[] Punctuation =
    [
        ('.', "․。｡︒﹒"),
        ('-', "‐‑‒–—―−﹘﹣⁻"),
        ('\'', "‘’‛ʼʹ′＇´"),
        ('"', "“”„‟″«»"),
        ('*', "∗⁎✱✲﹡⋆٭"),
        ('/', "⁄∕╱⧸"),
        ('|', "ǀ∣❘︱│┃"),
        ('!', "ǃ﹗"),
        ('~', "∼˜"),
        ('<', "‹"),
        ('>', "›"),
        (':', "ː꞉∶﹕"),
        (',', "‚،﹐"),
        ('(', "﹙❨"),
        (')', "﹚❩"),
        ('#', "﹟"),
        ('&', "﹠"),
        ('+', "﹢"),
        ('$', "﹩"),
        ('%', "﹪"),
        ('@', "﹫"),
        ('?', "﹖"),
    ];

    /// <summary>Characters that show as nothing: soft hyphen, joiners, fillers, bidirectional controls, variation selectors. First and last of each range.</summary>
    public static readonly (int First, int Last)[] Invisible =
    [
        (0x0000, 0x0008), (0x000E, 0x001F), (0x007F, 0x0084), (0x0086, 0x009F), (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C),
        (0x0640, 0x0640), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
        (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    ];

    /// <summary>Combining marks that sit on or around a letter and leave it readable; vowel signs of scripts that need them are not among them.</summary>
    public static readonly (int First, int Last)[] CombiningMarks =
    [
        (0x0300, 0x034E), (0x0350, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5),
        (0x05C7, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
        (0xFE20, 0xFE2F),
    ];

    /// <summary>White space and what shows as white space.</summary>
    public static readonly (int First, int Last)[] Spaces =
    [
        (0x0009, 0x000D), (0x0020, 0x0020), (0x0085, 0x0085), (0x00A0, 0x00A0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
        (0x202F, 0x202F), (0x205F, 0x205F), (0x2800, 0x2800), (0x3000, 0x3000), (0x3164, 0x3164), (0xFFA0, 0xFFA0),
    ];
}

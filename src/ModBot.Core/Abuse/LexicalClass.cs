namespace ModBot.Core.Abuse;

/// <summary>
/// What a word or phrase can be to a frame. The lexicon files name these in lower case with hyphens; at most 128.
/// </summary>
internal enum LexicalClass
{
    /// <summary>Swear words, mild to strongest.</summary>
    Prof1,
    Prof2,
    Prof3,

    /// <summary>Words often misspelt on purpose: known by their consonants too.</summary>
    Hide,

    /// <summary>Words that compounds are made with.</summary>
    Stem,

    /// <summary>Explicit sexual vocabulary, and clinical words that are none inside a sentence.</summary>
    Sexw,
    Clin,
    Body,
    Genital,
    Lewd,
    Sexact,
    Undress,
    Horny,

    /// <summary>Insulting nouns: 1 mild and counting alone, 2 counting when aimed, 3 gross and counting alone. Soft ones stay mild when aimed.</summary>
    Insult1,
    Insult2,
    Insult3,
    Soft,
    Dim,
    Foul,

    /// <summary>Words with everyday senses besides: no insult merely by standing near a person.</summary>
    Everyday,

    /// <summary>Phrases in which an insult is meant kindly, or of a thing.</summary>
    Banter,

    /// <summary>Slurs: 3 severe, 2 milder, w only inside a hostile frame; re may be reclaimed.</summary>
    Slur3,
    Slur2,
    Slurw,
    Re,

    /// <summary>People by a protected characteristic, neutrally.</summary>
    Group,
    Member,
    Trait,
    Jewish,
    Phon,
    Belief,

    /// <summary>People otherwise.</summary>
    Crowd,
    Figure,
    PastFigure,
    Name,
    Mention,

    /// <summary>What hostile sentences are made of.</summary>
    Vermin,
    Vile,
    Control,
    Power,
    Plot,
    NeutralPlot,
    Expel,
    Invade,
    Inferior,
    Code,
    Counter,

    /// <summary>Violence, and what takes the violence out of it.</summary>
    Kill,
    Killed,
    Hurt,
    Bodyhurt,
    Weapon,
    Dead,
    Die,
    Disease,
    Game,
    Thing,

    /// <summary>Grammar.</summary>
    I,
    IBe,
    Me,
    My,
    You,
    Your,
    YouAre,
    He,
    Him,
    His,
    Be,
    Is,
    Was,
    Will,
    Should,
    Can,
    Want,
    Hope,
    Neg,
    Negthem,
    NoOne,
    Somebody,
    All,
    Det,
    Adv,
    Say,
    Cite,
    Claim,
    Call,
    Tell,
    Meta,
    Excl,
    Warm,
    Past,
    Self,
    Fn,

    /// <summary>Words and phrases in which an offensive word is none.</summary>
    Innocent,

    /// <summary>Found by the tokenizer: written so as not to be recognised, a word the lexicon does not know, a number.</summary>
    Disguised,
    Unknown,
    Number,
}

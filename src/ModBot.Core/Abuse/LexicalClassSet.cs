namespace ModBot.Core.Abuse;

/// <summary>A set of <see cref="LexicalClass"/> in 128 bits.</summary>
internal readonly record struct LexicalClassSet(UInt128 Bits)
{
    public static readonly LexicalClassSet Empty;

    /// <summary>The classes that an innocent phrase takes away from the words that it covers.</summary>
    public static readonly LexicalClassSet Offensive = Of(
        LexicalClass.Prof1, LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Sexw, LexicalClass.Clin, LexicalClass.Genital, LexicalClass.Lewd,
        LexicalClass.Insult1, LexicalClass.Insult2, LexicalClass.Insult3, LexicalClass.Soft,
        LexicalClass.Slur3, LexicalClass.Slur2, LexicalClass.Slurw, LexicalClass.Code, LexicalClass.Vermin, LexicalClass.Jewish);

    /// <summary>The classes that banter takes away from the words that it covers.</summary>
    public static readonly LexicalClassSet Insulting = Of(
        LexicalClass.Insult1, LexicalClass.Insult2, LexicalClass.Insult3, LexicalClass.Soft, LexicalClass.Dim, LexicalClass.Foul);

    /// <summary>The classes that belittle.</summary>
    public static readonly LexicalClassSet Belittling = Of(
        LexicalClass.Insult2, LexicalClass.Dim, LexicalClass.Foul, LexicalClass.Vile, LexicalClass.Vermin);

    /// <summary>The classes that keep a belittling word from counting wherever it stands.</summary>
    public static readonly LexicalClassSet Harmless = Of(LexicalClass.Everyday, LexicalClass.Soft, LexicalClass.Banter);

    /// <summary>The classes that make a finding without a frame.</summary>
    public static readonly LexicalClassSet Plain = Of(
        LexicalClass.Prof1, LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Sexw, LexicalClass.Clin,
        LexicalClass.Insult1, LexicalClass.Insult3, LexicalClass.Slur3, LexicalClass.Slur2, LexicalClass.Slurw);

    public bool IsEmpty => Bits == UInt128.Zero;

    public static LexicalClassSet Of(params ReadOnlySpan<LexicalClass> classes)
    {
        UInt128 bits = UInt128.Zero;
        foreach (LexicalClass one in classes)
            bits |= UInt128.One << (int)one;
        return new LexicalClassSet(bits);
    }

    public bool Has(LexicalClass one) => (Bits & (UInt128.One << (int)one)) != UInt128.Zero;

    public bool Meets(LexicalClassSet other) => (Bits & other.Bits) != UInt128.Zero;

    public bool Covers(LexicalClassSet other) => (Bits & other.Bits) == other.Bits;

    public LexicalClassSet With(LexicalClassSet other) => new(Bits | other.Bits);

    public LexicalClassSet With(LexicalClass one) => new(Bits | (UInt128.One << (int)one));

    public LexicalClassSet Without(LexicalClassSet other) => new(Bits & ~other.Bits);
}

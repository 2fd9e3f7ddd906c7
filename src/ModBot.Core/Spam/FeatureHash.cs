using System.Runtime.CompilerServices;

namespace ModBot.Core.Spam;

/// <summary>The hash that names features: multiply-and-xor over UTF-16 units, mixed at the end. Part of the artifact's format.</summary>
internal static class FeatureHash
{
    /// <summary>The start of a word's hash.</summary>
    public const uint WordSeed = 0x811C9DC5;

    /// <summary>The start of a character n-gram's hash.</summary>
    public const uint LettersSeed = 0x2545F491;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, uint value) => (hash ^ value) * 0x01000193;

    /// <summary>Names the feature: a hash joined with the kind it stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint hash, uint salt)
    {
        hash = (hash + salt) * 0x9E3779B1;
        hash ^= hash >> 15;
        return hash * 0x85EBCA77;
    }

    public static uint OfWord(ReadOnlySpan<char> word)
    {
        uint hash = WordSeed;
        foreach (char letter in word)
            hash = Step(hash, letter);
        return hash;
    }
}

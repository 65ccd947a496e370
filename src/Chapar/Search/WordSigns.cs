using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>
/// What a word of a text can be found by, as numbers: nearly all words of a text are none that was looked for, and these tell it without what the
/// word is read into, which takes a hundred times their room. Different words may have the same number: who has found one reads the word.
/// </summary>
static class WordSigns
{
    /// <summary>Which of a word's signs says how it is written.</summary>
    public const int Written = 0;

    /// <summary>Letters of a beginning that may be looked for.</summary>
    public const int Beginning = 3;

    /// <summary>All that a word has.</summary>
    public static int[] Of(FoldedWord word)
    {
        List<int> signs = [OfWritten(word.Written), .. word.Words.Select(OfStem)];
        if (OfBeginning(word.Written) is { } beginning) signs.Add(beginning);
        if (word.MayBeName)
            foreach (var name in word.Names.Concat(word.Nominatives)) signs.AddRange(OfName(name.Strict), OfBones(name.Skeleton));
        return [.. signs.Distinct()];
    }

    /// <summary>Of <see cref="FoldedWord.Written"/>.</summary>
    public static int OfWritten(string written) => Of('x', written);

    /// <summary>Of one of <see cref="FoldedWord.Words"/>.</summary>
    public static int OfStem(string stem) => Of('w', stem);

    /// <summary>Of a <see cref="NameKey.Strict"/>.</summary>
    public static int OfName(string strict) => Of('n', strict);

    /// <summary>Of a <see cref="NameKey.Skeleton"/>.</summary>
    public static int OfBones(string skeleton) => Of('@', skeleton);

    /// <summary>Of how a word begins; null of one that is shorter than a beginning.</summary>
    public static int? OfBeginning(string written) => written.Length < Beginning ? null : Of('b', written.AsSpan(0, Beginning));

    static int Of(char kind, ReadOnlySpan<char> text) => HashCode.Combine(kind, string.GetHashCode(text));
}

/// <summary>The signs of what was looked for.</summary>
sealed class SoughtSigns
{
    readonly HashSet<int> signs;

    /// <summary>A bit for each, which nearly all words of a text are told by.</summary>
    readonly UInt128 bits;

    public SoughtSigns(IEnumerable<int> sought)
    {
        signs = [.. sought];
        foreach (var sign in signs) bits |= UInt128.One << (sign & 127);
    }

    public bool Has(int sign) => (bits >> (sign & 127) & UInt128.One) != UInt128.Zero && signs.Contains(sign);
}

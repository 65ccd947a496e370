namespace Chapar.Text.Search;

/// <summary>
/// One reading of a name. Two names are one if a reading of each is the same, or if two readings have one skeleton and their vowels
/// are near enough (<see cref="Matches"/>). A skeleton alone says too little to search by: it finds candidates in a list of names.
/// </summary>
/// <param name="Strict">The name romanised, with its vowels: a to z and 0 to 4, never empty; a 0 before it says that it was read from
/// Arabic letters, which leave short vowels out.</param>
/// <param name="Skeleton">Its consonants, with "@" before them if it begins with a vowel.</param>
public readonly record struct NameKey(string Strict, string Skeleton)
{
    /// <summary>Before a name that was read from Arabic letters.</summary>
    public const char VowelsUnwritten = '0';

    /// <summary>The cost at which two vowels never are the same name.</summary>
    public const double Never = 1.3;

    const char BeginsWithVowel = '@';

    /// <summary>The reading of a romanised name.</summary>
    public static NameKey Of(string strict) => new(strict, SkeletonOf(strict));

    /// <summary>The name as a term of the index: <c>n</c> and the strict reading.</summary>
    public string Term => "n" + Strict;

    /// <summary>The consonants of a strict reading; a y counts only where the name begins with it (before a, o, u).</summary>
    public static string SkeletonOf(string strict)
    {
        var name = strict.AsSpan().TrimStart(VowelsUnwritten);
        Span<char> bones = name.Length <= 64 ? stackalloc char[name.Length] : new char[name.Length];
        int length = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (VowelGaps.IsConsonant(name, i)) bones[length++] = name[i];
            else if (i == 0) bones[length++] = BeginsWithVowel;
        }
        return new(bones[..length]);
    }

    /// <summary>The most that the vowels of two names with this skeleton may differ: short names must be nearly the same.</summary>
    public static double LimitOf(string skeleton) => (skeleton is [BeginsWithVowel, ..] ? skeleton.Length - 1 : skeleton.Length) switch
    {
        // Of one consonant and a vowel or two hardly anything may differ: ООН is not Он.
        <= 1 => 0.15,
        2 => 0.2,
        3 => 0.7,
        4 => 1.0,
        _ => 1.25,
    };

    /// <summary>How far the vowels of two readings differ, from 0; infinite if their consonants do.</summary>
    public double Cost(NameKey other)
    {
        if (Strict == other.Strict) return 0;
        return Skeleton == other.Skeleton ? VowelGaps.Cost(Strict, other.Strict) : double.PositiveInfinity;
    }

    /// <summary>Whether both are readings of one name.</summary>
    public bool Matches(NameKey other) => Cost(other) <= LimitOf(Skeleton) + 1e-9;

    /// <summary>Whether they begin alike and differ by half of what readings of one name may: for what is less sure for another reason.</summary>
    public bool IsNearlyWritten(NameKey other) => VowelGaps.BeginAlike(Strict, other.Strict) && Cost(other) <= LimitOf(Skeleton) / 2 + 1e-9;
}

using System.Globalization;

namespace Chapar.Text.Search;

/// <summary>
/// Compares the vowels between the consonants of two names. The costs say which vowels the languages and standards of the region write
/// for one another: Uzbek and Tajik o for a, Russian ю for ү. A pair without a cost (a and e, a and i) tells names apart.
/// </summary>
static class VowelGaps
{
    static readonly double[,] Pairs = CostsOf(
        "yi .10 3u .10 4u .10 a1 .10 o3 .15 o2 .15 23 .15 34 .20 ao .25 1e .25 u2 .30 24 .30 o4 .40 2e .40 4i .40 3i .40 " +
        "1o .60 a3 .60 ei .60 ui .70 ou .75 1i .80");

    // Russian begins with у what Kazakh begins with о: Омаров, Умаров.
    const double FirstOU = .6;

    // Persian and Turkish end in -e what Uzbek and Tajik end in -a or -o: Hakimzade, Ayşe.
    const double LastAE = .5;

    // No name has more vowels together; the alignment tries every way.
    const int LongestGap = 4;

    /// <summary>A y is a consonant where a name begins with it, and a shade of the vowel anywhere else.</summary>
    public static bool IsConsonant(ReadOnlySpan<char> strict, int at) => !Glides.IsVowel(strict[at]) && (strict[at] != 'y' || at == 0);

    /// <summary>The sum over the gaps before, between and after the consonants of two strict keys that have one skeleton.</summary>
    public static double Cost(string one, string other)
    {
        var a = one.AsSpan().TrimStart(NameKey.VowelsUnwritten);
        // Of one consonant nothing would be left: ЕНУ is not عینی.
        var loose = (one[0] == NameKey.VowelsUnwritten || other[0] == NameKey.VowelsUnwritten) && Consonants(a) > 1;
        var b = other.AsSpan().TrimStart(NameKey.VowelsUnwritten);
        double sum = 0;
        for (int i = 0, j = 0; ; i++, j++)
        {
            var (from, to) = ((I: i, J: j), (I: EndOfGap(a, i), J: EndOfGap(b, j)));
            var end = to.I == a.Length;
            if (end != (to.J == b.Length)) return double.PositiveInfinity;
            sum += Between(a[from.I..to.I], b[from.J..to.J], from.I, end, loose);
            (i, j) = to;
            if (end) return sum;
        }
    }

    /// <summary>Whether two strict keys begin with one letter, or with vowels that the languages hardly tell apart: u and ў, but not a and o.</summary>
    public static bool BeginAlike(string one, string other) => one[0] == other[0] || Pairs[one[0], other[0]] <= .2;

    static int Consonants(ReadOnlySpan<char> strict)
    {
        int count = 0;
        for (int i = 0; i < strict.Length; i++)
            if (IsConsonant(strict, i)) count++;
        return count;
    }

    static int EndOfGap(ReadOnlySpan<char> strict, int at)
    {
        while (at < strict.Length && !IsConsonant(strict, at)) at++;
        return at;
    }

    static double Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int at, bool end, bool loose)
    {
        var start = at == 0;
        if (a.SequenceEqual(b)) return 0;
        if (a.Length > LongestGap || b.Length > LongestGap) return NameKey.Never;
        if (start && a is "o" or "u" && b is "o" or "u") return FirstOU;
        if (end && a is "a" or "e" && b is "a" or "e") return LastAE;
        if (a.Length > 0 && b.Length > 0) return loose && start && (a[0] == 'a' || b[0] == 'a') ? 0 : Aligned(a, b, loose);
        var more = a.Length > 0 ? a : b;
        if (more.Length > 1) return NameKey.Never;
        if (loose && more[0] is not ('i' or 'u')) return 0;
        if (start) return more[0] == 'i' ? .7 : NameKey.Never;
        if (end) return more[0] == 'i' ? .6 : 1.0;
        // Nobody leaves out the first vowel but ы, which Russian does not hear in Кзыл: Peskov is not Pskov.
        if (at == 1 && !loose && more[0] != 'i') return NameKey.Never;
        return more[0] switch { 'i' => .25, 'e' => .5, 'a' => 1.1, _ => .8 };
    }

    /// <summary>The least cost of making one gap the other, by changing a vowel, leaving one out, or softening.</summary>
    static double Aligned(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool loose)
    {
        if (a.IsEmpty && b.IsEmpty) return 0;
        var least = double.PositiveInfinity;
        if (!a.IsEmpty && !b.IsEmpty) least = Pair(a[0], b[0]) + Aligned(a[1..], b[1..], loose);
        if (Soft(a) is var one and not '\0' && !b.IsEmpty) least = Math.Min(least, .05 + Pair(one, b[0]) + Aligned(a[2..], b[1..], loose));
        if (Soft(b) is var other and not '\0' && !a.IsEmpty) least = Math.Min(least, .05 + Pair(a[0], other) + Aligned(a[1..], b[2..], loose));
        if (!a.IsEmpty) least = Math.Min(least, Left(a, loose) + Aligned(a[1..], b, loose));
        if (!b.IsEmpty) least = Math.Min(least, Left(b, loose) + Aligned(a, b[1..], loose));
        return least;
    }

    static double Pair(char a, char b) => a == b ? 0 : Pairs[a, b];

    static char Soft(ReadOnlySpan<char> gap) => gap is ['y', var vowel, ..] ? vowel switch { 'a' => '1', 'o' => '2', 'u' => '4', _ => '\0' } : '\0';

    /// <summary>The cost of a vowel that only one of the names has beside another vowel.</summary>
    static double Left(ReadOnlySpan<char> gap, bool loose) => gap[0] switch
    {
        'y' => .1,
        _ when gap.Length > 1 && gap[1] == gap[0] => .2,
        // Saidov is not Sadov, Mirzoyev not Mirzayev.
        'i' => NameKey.Never,
        _ => loose ? 0 : .8,
    };

    static double[,] CostsOf(string pairs)
    {
        var costs = new double[128, 128];
        for (int i = 0; i < 128; i++)
            for (int j = 0; j < 128; j++) costs[i, j] = NameKey.Never;
        foreach (var pair in pairs.Split(' ').Chunk(2))
        {
            var cost = double.Parse(pair[1], CultureInfo.InvariantCulture);
            costs[pair[0][0], pair[0][1]] = costs[pair[0][1], pair[0][0]] = cost;
        }
        return costs;
    }
}

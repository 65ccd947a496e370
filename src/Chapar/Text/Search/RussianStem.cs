namespace Chapar.Text.Search;

/// <summary>The stem of a Russian word by the published Snowball algorithm "Russian". ё is read as е.</summary>
static class RussianStem
{
    // The endings of the first list of a pair are cut only after а or я, which stay.
    static readonly Endings Gerund = new("в вши вшись", "ив ивши ившись ыв ывши ывшись");
    static readonly Endings Reflexive = new("", "ся сь");
    static readonly Endings Adjective = new(
        "", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
    static readonly Endings Participle = new("ем нн вш ющ щ", "ивш ывш ующ");
    static readonly Endings Verb = new(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
    static readonly Endings Noun = new(
        "", "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
    static readonly Endings Derivation = new("", "ост ость");
    static readonly Endings Superlative = new("", "ейш ейше");

    /// <summary>The stem of a word of small letters.</summary>
    public static string Of(string word)
    {
        word = word.Replace('ё', 'е');
        var rv = Array.FindIndex(word.ToCharArray(), IsVowel) + 1;
        if (rv == 0) return word;
        var stem = Inflection(word, rv);
        if (stem.Length > rv && stem[^1] == 'и') stem = stem[..^1];
        stem = Derivation.Cut(stem, R2(word)) ?? stem;
        if (Superlative.Cut(stem, rv) is { } plain) return Undoubled(plain, rv);
        return stem.Length > rv && stem[^1] == 'ь' ? stem[..^1] : Undoubled(stem, rv);
    }

    static string Inflection(string word, int rv)
    {
        if (Gerund.Cut(word, rv) is { } gerund) return gerund;
        word = Reflexive.Cut(word, rv) ?? word;
        if (Adjective.Cut(word, rv) is { } adjective) return Participle.Cut(adjective, rv) ?? adjective;
        return Verb.Cut(word, rv) ?? Noun.Cut(word, rv) ?? word;
    }

    static string Undoubled(string word, int rv) => word.Length >= rv + 2 && word.EndsWith("нн", StringComparison.Ordinal) ? word[..^1] : word;

    static int R2(string word) => AfterVowelAndConsonant(word, AfterVowelAndConsonant(word, 0));

    static int AfterVowelAndConsonant(string word, int from)
    {
        for (int i = from + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    static bool IsVowel(char c) => c is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';

    sealed class Endings(string afterA, string always)
    {
        readonly (string Ending, bool AfterA)[] all =
        [
            .. afterA.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ending => (Ending: ending, AfterA: true))
                .Concat(always.Split(' ').Select(ending => (Ending: ending, AfterA: false)))
                .OrderByDescending(one => one.Ending.Length),
        ];

        /// <summary>The word without the longest of the endings that stands in the region; null if there is none or it may not be cut.</summary>
        public string? Cut(string word, int region)
        {
            foreach (var (ending, needsA) in all)
            {
                var rest = word.Length - ending.Length;
                if (rest < region || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
                return needsA && (rest - 1 < region || word[rest - 1] is not ('а' or 'я')) ? null : word[..rest];
            }
            return null;
        }
    }
}

using System.Buffers;

namespace Chapar.Text.Search;

/// <summary>The stem of a Russian word by the published Snowball algorithm "Russian". ё is read as е.</summary>
static class RussianStem
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    // The endings of the first list of a pair are cut only after а or я, which stay.
    static readonly Group Gerund = new("в вши вшись", "ив ивши ившись ыв ывши ывшись");
    static readonly Group Reflexive = new("", "ся сь");
    static readonly Group Adjective = new(
        "", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
    static readonly Group Participle = new("ем нн вш ющ щ", "ивш ывш ующ");
    static readonly Group Verb = new(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
    static readonly Group Noun = new(
        "", "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
    static readonly Group Derivation = new("", "ост ость");
    static readonly Group Superlative = new("", "ейш ейше");

    /// <summary>Letters that a stem has at least: abbreviations (ИИМ, АО) would else lose all but the vowel they begin with.</summary>
    const int Shortest = 2;

    /// <summary>The stem of a word of small letters.</summary>
    public static string Of(string word)
    {
        word = word.Replace('ё', 'е');
        return Cut(word) is { Length: >= Shortest } stem ? stem : word;
    }

    static string Cut(string word)
    {
        var letters = word.AsSpan();
        var rv = letters.IndexOfAny(Vowels) + 1;
        if (rv == 0) return word;
        var length = letters.Length;
        if (!Gerund.Cut(letters, rv, ref length)) Inflection(letters, rv, ref length);
        if (length > rv && letters[length - 1] == 'и') length--;
        Derivation.Cut(letters, R2(letters), ref length);
        if (!Superlative.Cut(letters, rv, ref length) && length > rv && letters[length - 1] == 'ь') return word[..(length - 1)];
        var undoubled = length >= rv + 2 && letters[(length - 2)..length] is "нн";
        return word[..(undoubled ? length - 1 : length)];
    }

    static void Inflection(ReadOnlySpan<char> word, int rv, ref int length)
    {
        Reflexive.Cut(word, rv, ref length);
        if (Adjective.Cut(word, rv, ref length)) Participle.Cut(word, rv, ref length);
        else if (!Verb.Cut(word, rv, ref length)) Noun.Cut(word, rv, ref length);
    }

    static int R2(ReadOnlySpan<char> word) => SnowballRegion.AfterVowelAndConsonant(word, SnowballRegion.AfterVowelAndConsonant(word, 0, Vowels), Vowels);

    sealed class Group(string afterA, string always)
    {
        readonly Endings afterA = Endings.Cut(afterA);
        readonly Endings always = Endings.Cut(always);

        /// <summary>Cuts the longest of the endings that stands in the region. False if there is none, or it may not be cut.</summary>
        public bool Cut(ReadOnlySpan<char> word, int region, ref int length)
        {
            word = word[..length];
            var (free, bound) = (always.Longest(word, length - region), afterA.Longest(word, length - region));
            if (bound > free && (length - bound - 1 < region || word[length - bound - 1] is not ('а' or 'я'))) return false;
            length -= Math.Max(free, bound);
            return free + bound > 0;
        }
    }
}

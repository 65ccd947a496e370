using System.Collections.Frozen;

namespace Chapar.Text.Search;

/// <summary>
/// Repairs words in which letters of two alphabets stand that look the same ("Cерік" with a Latin C). Not rare: nine tenths of one
/// public list of Kyrgyz word forms have Latin look-alikes.
/// </summary>
static class Lookalikes
{
    // By the shape of the letter as it was typed: a capital H is Н, a small h is һ.
    const string Latin = "aceopxykmihəABCEHIKMOPTXYƏ";
    const string Cyrillic = "асеорхукміһәАВСЕНІКМОРТХУӘ";

    static readonly FrozenDictionary<char, char> ToCyrillic = Pairs(Latin, Cyrillic);
    static readonly FrozenDictionary<char, char> ToLatin = Pairs(Cyrillic, Latin);

    /// <summary>
    /// The script of a word, before or after the repair. Of a mixed word: the one in which all its letters can be read (ҚAЗАҚCTAH has
    /// more Latin letters), or else that of most of them.
    /// </summary>
    public static Script ScriptOf(ReadOnlySpan<char> word)
    {
        var (latin, cyrillic, arabic, other) = Count(word);
        if (latin + cyrillic + arabic + other == 0) return Script.None;
        if (other > latin + cyrillic + arabic) return Script.Other;
        if (arabic > latin + cyrillic) return Script.Arabic;
        if (latin == 0 || cyrillic == 0) return cyrillic > 0 ? Script.Cyrillic : Script.Latin;
        var (mayBeCyrillic, mayBeLatin) = (AllLook(word, ToCyrillic, IsLatin), AllLook(word, ToLatin, IsCyrillic));
        return (mayBeCyrillic == mayBeLatin ? cyrillic > latin : mayBeCyrillic) ? Script.Cyrillic : Script.Latin;
    }

    /// <summary>The word with the look-alikes of another script in its own; another word is answered as it is.</summary>
    public static string Repair(string word)
    {
        var (latin, cyrillic, _, _) = Count(word);
        if (latin == 0 || cyrillic == 0) return word;
        var same = ScriptOf(word) == Script.Cyrillic ? ToCyrillic : ToLatin;
        return string.Create(word.Length, (word, same), static (into, from) =>
        {
            for (int i = 0; i < into.Length; i++) into[i] = from.same.GetValueOrDefault(from.word[i], from.word[i]);
        });
    }

    static (int Latin, int Cyrillic, int Arabic, int Other) Count(ReadOnlySpan<char> word)
    {
        var (latin, cyrillic, arabic, other) = (0, 0, 0, 0);
        foreach (var c in word)
        {
            if (IsCyrillic(c)) cyrillic++;
            else if (IsLatin(c)) latin++;
            else if (IsArabic(c)) arabic++;
            else if (char.IsLetter(c) || char.IsSurrogate(c)) other++;
        }
        return (latin, cyrillic, arabic, other);
    }

    static bool AllLook(ReadOnlySpan<char> word, FrozenDictionary<char, char> same, Func<char, bool> counts)
    {
        foreach (var c in word)
            if (counts(c) && !same.ContainsKey(c)) return false;
        return true;
    }

    static bool IsLatin(char c) => char.IsAsciiLetter(c) || c is (>= '\u00C0' and <= '\u02AF' and not ('×' or '÷')) or (>= '\u1E00' and <= '\u1EFF');

    static bool IsCyrillic(char c) => c is (>= '\u0400' and <= '\u0481') or (>= '\u048A' and <= '\u052F');

    static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF' && char.IsLetter(c);

    static FrozenDictionary<char, char> Pairs(string from, string to) =>
        from.Zip(to).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}

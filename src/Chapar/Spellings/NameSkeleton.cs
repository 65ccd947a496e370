using System.Text;
using Chapar.Text;

namespace Chapar.Spellings;

/// <summary>
/// What is left of a name when that is taken away in which the ways of writing it differ: «Джапаров» and «Жапаров», "Akayev" and "Akaev",
/// "Muhammed" and "Mukhammed" are one. Vowels stay as they are: "Marat" and "Murat" are two people.
/// </summary>
static class NameSkeleton
{
    // In this order: the longer before what they contain.
    static readonly (string From, string To)[] Latin =
        [("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("tch", "c"), ("ch", "c"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"), ("y", "i")];

    static readonly (string From, string To)[] Cyrillic = [("дж", "ж"), ("й", "и"), ("ы", "и"), ("э", "е"), ("ь", ""), ("ъ", "")];

    const string Vowels = "aeiou";

    public static string Of(string name, string language)
    {
        var folded = Folding.Fold(name);
        foreach (var (from, to) in folded.Any(c => c is >= 'a' and <= 'z') ? Latin : Cyrillic) folded = folded.Replace(from, to, StringComparison.Ordinal);
        // An Uzbek or Turkmen x is the kh of others.
        folded = folded.Replace("x", language is "uz" or "tk" ? "h" : "ks", StringComparison.Ordinal);
        var bones = new StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            if (i > 0 && folded[i] == folded[i - 1]) continue;
            // The sound between two vowels, which some write and others do not.
            if (folded[i] == 'i' && i > 0 && i + 1 < folded.Length && Vowels.Contains(folded[i - 1]) && Vowels.Contains(folded[i + 1])) continue;
            bones.Append(folded[i]);
        }
        return bones.ToString();
    }
}

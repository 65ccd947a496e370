using Chapar.Spellings;
using Chapar.Text;
using Chapar.Text.Search;
using Endings = Chapar.Spellings.Endings;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>Whether two ways of writing are one name.</summary>
static class SameName
{
    /// <summary>Letters that Russian changes at the end of a name beyond its endings: Павел, Павла.</summary>
    const int MovingEnd = 2;

    /// <summary>Whether a spelling of the list is the preferred one written otherwise, and not another name of the same.</summary>
    public static bool IsWrittenOtherwise(string preferred, string other, string language, bool isPerson)
    {
        if (IsLoud(other) || IsLoud(preferred)) return false;
        var (ours, theirs) = (Bones(preferred, language), Bones(other, language));
        if (ours.Length == theirs.Length && ours.Zip(theirs).All(pair => EditDistance.Of(pair.First, pair.Second) <= Math.Min(pair.First.Length, pair.Second.Length) / 2)) return true;
        // Alma-Ata and Almaata.
        return !isPerson && EditDistance.Of(string.Concat(ours), string.Concat(theirs)) <= 2;
    }

    /// <summary>Whether a word is one of the list in some form, also one whose ending is not known.</summary>
    public static bool IsForm(string ours, string theirs, string language)
    {
        (ours, theirs) = (Letters(ours), Letters(theirs));
        if (theirs.StartsWith(ours, StringComparison.Ordinal) || Endings.Of(ours, theirs, language, 1) is not null) return true;
        if (language != "ru") return false;
        var common = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return common >= 3 && common >= ours.Length - MovingEnd;
    }

    /// <summary>What of a word is the same name as one of the list, without an ending; null when it is another name.</summary>
    public static string? StemAlike(string ours, string theirs, string language)
    {
        var (keys, bones) = (Keys(ours, language), NameSkeleton.Of(ours, language));
        // The sign of "’s" is no part of a name, though the s alone is an ending too.
        List<string> stems = [.. Endings.Stems(theirs, language, Endings.ShortestStem).Where(stem => char.IsLetter(stem[^1]))];
        // The keys of a name leave its endings out: of all that have them the shortest is the name itself.
        return stems.Find(stem => NameSkeleton.Of(stem, language) == bones) ?? stems.FindLast(stem => Keys(stem, language).Overlaps(keys));
    }

    /// <summary>All in capitals, and more than one.</summary>
    public static bool IsLoud(string text) => text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower);

    static HashSet<string> Keys(string word, string language) => [.. NameFolding.Fold(word, language).SelectMany(w => w.Names).Select(n => n.Strict)];

    static string[] Bones(string name, string language) => [.. SpellingPattern.WordsOf(name).Select(word => NameSkeleton.Of(name[word.From..word.To], language))];

    static string Letters(string word) => Folding.Fold(word).Replace("ʻ", "", StringComparison.Ordinal).Replace("ʼ", "", StringComparison.Ordinal).Replace("‘", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
}

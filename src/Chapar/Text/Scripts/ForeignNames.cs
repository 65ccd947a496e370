using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Names of other languages that have several words, in an Uzbek text: what has one word that is no Uzbek one stays whole (New York, The Economist), where that is sure.
/// A capital alone says nothing: Microsoft Toshkentda is a company in a town.
/// </summary>
static partial class ForeignNames
{
    /// <summary>Words of such names that look Uzbek. Beside a word that is foreign they belong to it.</summary>
    static readonly FrozenSet<string> companions =
        ("York Yorker Jersey Orleans Delhi Haven Hampshire Times Post Street Journal Herald Guardian Tribune Telegraph Independent Daily Sunday Today Media Press Group House Human Rights Bros Brothers " +
        "Airlines Air United Arsenal Union Real Milan Madrid Star Stars Trade Global Digital Energy Oil Gas International National State University Institute Foundation Fund Bank Partners Studios Pictures " +
        "Entertainment Games Sport Sports Motors General Motor Foods Holding Holdings Limited Ltd Inc Plus Pro Max Mini Ultra Store Play Maps Drive Meet Mail Home Studio Premium Prime Open Grand Slam Prix Park Hall " +
        "Central Square Garden Island Islands Lake River Hill Hills Beach Valley Bay Old Red Blue Green Golden Silver Big Great Royal Saint Los Las San Santa Rio El La The And Of For In Feed Fi").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the words begin that stay as they are.</summary>
    /// <param name="words">All Latin words of the text.</param>
    /// <param name="isForeign">Whether a word alone can be told to be none of Uzbek.</param>
    public static IReadOnlySet<int> Of(string text, MatchCollection words, Func<string, bool> isForeign)
    {
        HashSet<int> stay = [];
        for (int i = 0; i < words.Count; i++)
        {
            if (!char.IsUpper(words[i].Value[0]) || !isForeign(words[i].Value)) continue;
            for (int at = i; at > 0 && IsBeside(text, words[at - 1], words[at]) && companions.Contains(words[at - 1].Value); at--) stay.Add(words[at - 1].Index);
            for (int at = i; at + 1 < words.Count && IsBeside(text, words[at], words[at + 1]) && (companions.Contains(words[at + 1].Value) || isForeign(words[at + 1].Value)); at++) stay.Add(words[at + 1].Index);
        }
        AddQuoted(text, words, isForeign, stay);
        return stay;
    }

    /// <summary>The name of a newspaper, a film, a company in quotation marks: all its words have capitals, and one of them is foreign.</summary>
    static void AddQuoted(string text, MatchCollection words, Func<string, bool> isForeign, HashSet<int> stay)
    {
        foreach (Match quoted in Quoted().Matches(text))
        {
            List<Match> inside = [.. words.Where(word => word.Index >= quoted.Index && word.Index + word.Length <= quoted.Index + quoted.Length)];
            if (inside.Exists(word => isForeign(word.Value)) && inside.TrueForAll(word => char.IsUpper(word.Value[0]) || Joining().IsMatch(word.Value))) stay.UnionWith(inside.Select(word => word.Index));
        }
    }

    static bool IsBeside(string text, Match one, Match next) => next.Index == one.Index + one.Length + 1 && text[next.Index - 1] is ' ' or '\u00A0' or '-';

    [GeneratedRegex("(?<=[“„«\"])[^“”„«»\"]{3,80}(?=[”“»\"])")]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?:the|a|of|and|for|in|on|to|de|du|des|la|le|les|et|di|del|der|die|das|und|von|van)$")]
    private static partial Regex Joining();
}

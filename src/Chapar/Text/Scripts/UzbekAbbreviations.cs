using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Abbreviations of Uzbek with small letters within, which are no names of other languages: a digraph counts as one capital (YaIM, MChJ, YuNESKO), and a short
/// list has those of words and letters (ToshDU, OʻzLiDeP, kVt). Endings may follow.
/// </summary>
static partial class UzbekAbbreviations
{
    const string Digraph = "(?:[SC]h|Y[aeou]|[OG][ʻ‘’'`´ʼ])", Capital = "(?:" + Digraph + "|[A-Z])";

    public static bool Has(string word) => Capitals().IsMatch(word) || Listed().IsMatch(word);

    /// <summary>Digraphs alone (YoYo) are a name.</summary>
    [GeneratedRegex("^(?!" + Digraph + "+" + UzbekEndings.Pattern + "$)" + Capital + "{2,}" + UzbekEndings.Pattern + "$")]
    private static partial Regex Capitals();

    /// <summary>Universities and institutes by their towns, what begins with Oʻz, and units.</summary>
    [GeneratedRegex("^(?:(?:Tosh|Sam|Bux|Far|Nam|And|Qar|Ter|Ur|Gul|Jiz|Nav|Nuk|Surx)" + Capital + "{2,}" + UzbekEndings.Pattern + "$|O[ʻ‘’'`´ʼ]z.|(?:kVt|kVA|kPa|mVt)" + UzbekEndings.Pattern + "$)")]
    private static partial Regex Listed();
}

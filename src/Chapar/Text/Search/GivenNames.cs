using System.Collections.Frozen;

namespace Chapar.Text.Search;

/// <summary>
/// A given name in the case of the Russian surname beside it: Ержана Утегулова, Шавкату Мирзиёеву. Alone it says too little: Карима is a woman, or Карим in
/// the genitive. Beside a surname with an ending of the same case it may be either; names that many women have are left to them.
/// </summary>
static class GivenNames
{
    /// <summary>After a vowel й (Абая, Абай), after a consonant ь (Игоря, Игорь).</summary>
    const string Soft = "йь";

    /// <summary>What follows the -ов of a surname, and the endings of given names in that case with what stands for each where there is none.</summary>
    static readonly FrozenDictionary<string, (string Ending, string[] Instead)[]> cases = new Dictionary<string, (string, string[])[]>
    {
        ["а"] = [("а", [""]), ("я", [Soft]), ("ы", ["а"]), ("и", ["а", "я"])],
        ["у"] = [("у", ["", "а"]), ("ю", [Soft, "я"]), ("е", ["а", "я"])],
        ["ым"] = [("ом", [""]), ("ем", ["", Soft]), ("ой", ["а"]), ("ей", ["я"])],
        ["е"] = [("е", ["", Soft])],
        ["ой"] = [("ы", ["а"]), ("и", ["а", "я"]), ("е", ["а", "я"]), ("ой", ["а"]), ("ей", ["а", "я"])],
    }.ToFrozenDictionary();

    /// <summary>Letters of a name without its ending.</summary>
    const int Shortest = 3;

    static readonly FrozenSet<string> ofWomen =
        ("адиля азиза александра амина антонина валентина валерия джамиля динара евгения камила карима латифа мавлюда мадина малика мунира наргиза насиба насима нодира раиса рамиля рашида " +
        "сабина саида салима самира умида фарида фируза хабиба халида халима хамида хуршида шарифа шахноза эльвира эльмира юлия").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The readings of a name as it is without the ending that it shares with a surname; none where the two do not agree.</summary>
    public static IReadOnlyList<NameKey> Beside(FoldedWord surname, FoldedWord name)
    {
        if (Lookalikes.ScriptOf(name.Written) != Script.Cyrillic || !cases.TryGetValue(surname.Written[NameEndings.Cut(surname.Written).Length..], out var endings)) return [];
        var letters = name.Written;
        if (surname.Written[^1] == 'а' && ofWomen.Contains(letters)) return [];
        foreach (var (ending, instead) in endings)
        {
            var stem = letters.Length - ending.Length;
            if (stem < Shortest || !letters.EndsWith(ending, StringComparison.Ordinal)) continue;
            var soft = CaseEndings.EndsInVowel(letters[..stem]) ? "й" : "ь";
            return [.. instead.SelectMany(last => NameReadings.Of(letters[..stem] + (last == Soft ? soft : last), Script.Cyrillic)).Distinct().Except(name.Names)];
        }
        return [];
    }
}

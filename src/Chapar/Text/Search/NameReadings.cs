using System.Text;

namespace Chapar.Text.Search;

/// <summary>The name keys of a word: romanised, then by the rules for whole names.</summary>
static class NameReadings
{
    /// <summary>At most eight readings, the likeliest first; none for a word with a digit or without a letter that the tables know.</summary>
    public static IReadOnlyList<NameKey> Of(string letters, Script script)
    {
        if (script is Script.None or Script.Other || letters.AsSpan().ContainsAnyInRange('0', '9')) return [];
        var readings = Romanisation.Of(NameEndings.Cut(letters));
        List<string> strict = new(readings.Count);
        foreach (var reading in readings) Add(strict, Finished(reading));
        foreach (var key in strict.ToArray())
            if (AtEnd(key) is { } other) Add(strict, other);
        var unwritten = script == Script.Arabic ? NameKey.VowelsUnwritten.ToString() : "";
        return [.. strict.Take(Romanisation.MostReadings).Select(key => NameKey.Of(unwritten + key))];
    }

    /// <summary>Another way to end: Aktau, Oqtov; Samarqand, Самарқан (Turkic speech drops a stop after n).</summary>
    static string? AtEnd(string key) => key switch
    {
        [.., 'a' or 'o', 'u'] => key[..^1] + "v",
        [_, _, .., 'n', 't'] => key[..^1],
        _ => null,
    };

    static void Add(List<string> keys, string key)
    {
        if (key.Length > 0 && !keys.Contains(key)) keys.Add(key);
    }

    /// <summary>No letter twice (Rossiya, Muhammed); -ff and -f of -ov as v; -iy as i; a last d as t (Ahmed, Ahmet).</summary>
    static string Finished(string roman)
    {
        StringBuilder name = new(roman.Length);
        foreach (var c in roman)
            if (name.Length == 0 || name[^1] != c || (Glides.IsVowel(c) && c != 'i')) name.Append(c);
        if (name.Length > 2 && name[^1] == 'f' && name[^2] is 'o' or 'e') name[^1] = 'v';
        if (name.Length > 2 && name[^1] == 'y' && name[^2] == 'i') name.Length--;
        if (name.Length > 1) name[^1] = name[^1] switch { 'd' => 't', 'z' => 's', 'b' => 'p', var last => last };
        return name.ToString();
    }
}

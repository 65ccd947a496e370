namespace Chapar.Text.Search;

/// <summary>The name keys of a word: romanised, then by the rules for whole names.</summary>
static class NameReadings
{
    /// <summary>At most eight readings, the likeliest first; none for a word with a digit or without a letter that the tables know.</summary>
    public static IReadOnlyList<NameKey> Of(string letters, Script script)
    {
        if (!MayBeName(letters, script)) return [];
        List<string> strict = [];
        AddReadings(NameEndings.Cut(letters), strict);
        return Keys(strict, script);
    }

    /// <summary>Readings without the endings that the language may have added; none of those in <paramref name="names"/>.</summary>
    public static IReadOnlyList<NameKey> Nominatives(string letters, Script script, string language, IReadOnlyList<NameKey> names)
    {
        if (!MayBeName(letters, script)) return [];
        List<string> strict = [];
        foreach (var form in CaseEndings.Without(letters, script, language)) AddReadings(form, strict);
        strict.RemoveAll(key => names.Any(name => name.Strict == key));
        return Keys(strict, script);
    }

    static bool MayBeName(string letters, Script script) =>
        script is not (Script.None or Script.Other) && !letters.AsSpan().ContainsAnyInRange('0', '9');

    static NameKey[] Keys(List<string> strict, Script script)
    {
        var keys = new NameKey[Math.Min(strict.Count, Romanisation.MostReadings)];
        for (int i = 0; i < keys.Length; i++) keys[i] = NameKey.Of(script == Script.Arabic ? NameKey.VowelsUnwritten + strict[i] : strict[i]);
        return keys;
    }

    static void AddReadings(string letters, List<string> strict)
    {
        var readings = Romanisation.Of(letters);
        var from = strict.Count;
        foreach (var reading in readings) Add(strict, Spoken(reading));
        for (int i = from, to = strict.Count; i < to; i++)
            if (AtEnd(strict[i]) is { } other) Add(strict, other);
    }

    static void Add(List<string> keys, string key)
    {
        if (key.Length > 0 && !keys.Contains(key)) keys.Add(key);
    }

    /// <summary>Another way to end: Aktau, Oqtov; Samarqand, Самарқан (Turkic speech drops a stop after n); Abdullah, Абдулла (a last h is not heard).</summary>
    static string? AtEnd(string key) => key switch
    {
        [.., 'a' or 'o', 'u'] => key[..^1] + "v",
        [_, _, .., 'n', 't'] => key[..^1],
        [_, _, _, _, .., 'a' or 'o' or 'u', 'h'] => key[..^1],
        _ => null,
    };

    /// <summary>
    /// What no spelling can be trusted for is made one: the y rules, q as k, ng as n, no consonant twice (Rossiya, Muhammed), -f of -ov
    /// as v, a last b, d or z without its voice (Ahmed, Ahmet).
    /// </summary>
    static string Spoken(string roman)
    {
        Span<char> name = stackalloc char[roman.Length];
        var plain = name[..Glides.Plain(roman, name)];
        int length = 0;
        foreach (var letter in plain)
        {
            var c = letter switch { 'q' => 'k', '5' => 'n', _ => letter };
            var before = length > 0 ? name[length - 1] : '\0';
            if ((c != 'g' || before != 'n') && (c != before || Glides.IsVowel(c))) name[length++] = c;
        }
        if (length > 2 && name[length - 1] == 'f' && name[length - 2] is 'o' or 'e') name[length - 1] = 'v';
        if (length > 1) name[length - 1] = name[length - 1] switch { 'd' => 't', 'z' => 's', 'b' => 'p', var last => last };
        if (length > 1 && name[length - 1] == name[length - 2] && !Glides.IsVowel(name[length - 1])) length--;
        return new(name[..length]);
    }
}

using System.Text;

namespace Chapar.Text.Search;

/// <summary>
/// Letters of Latin, Cyrillic and Arabic script in the one internal alphabet (<see cref="LetterTables"/>). Where a spelling can be read
/// in more than one way, the readings follow by likelihood: first the one without any second choice, then those with one, and so on.
/// </summary>
static class Romanisation
{
    /// <summary>More readings than this of one word are not kept.</summary>
    public const int MostReadings = 8;

    const string CyrillicVowels = "аәӓеёэєиӣыіїоөѳӧуўӯұүӱюя";
    const string LatinVowels = "aáàâäāæeèéêëēėəiíìîïīıĭoóòôöōõøőʊɵuúùûüūŭů";

    /// <summary>The readings of a word, at least one and at most <paramref name="most"/>; no two are alike. Unknown letters are left out.</summary>
    public static List<string> Of(string letters, int most = MostReadings)
    {
        List<string[]> pieces = new(letters.Length);
        for (int at = 0; at < letters.Length;) at += Read(letters, at, pieces);
        List<string> readings = [];
        var open = most == 1 ? 0 : pieces.Count(piece => piece.Length > 1);
        for (int others = 0; others <= open && readings.Count < most; others++) Combine(pieces, others, most, readings);
        return readings;
    }

    /// <summary>Adds the readings in which exactly so many pieces take a later choice.</summary>
    static void Combine(List<string[]> pieces, int others, int most, List<string> readings)
    {
        var chosen = new int[pieces.Count];
        void From(int piece, int left)
        {
            if (readings.Count >= most) return;
            if (left == 0) { Add(); return; }
            for (; piece < pieces.Count; piece++)
            {
                for (int choice = 1; choice < pieces[piece].Length; choice++)
                {
                    chosen[piece] = choice;
                    From(piece + 1, left - 1);
                }
                chosen[piece] = 0;
            }
        }
        void Add()
        {
            StringBuilder reading = new(pieces.Count + 4);
            for (int i = 0; i < pieces.Count; i++) reading.Append(pieces[i][chosen[i]]);
            var word = reading.ToString();
            if (!readings.Contains(word)) readings.Add(word);
        }
        From(0, others);
    }

    /// <summary>Reads the letter or group at a place and answers how many letters it took.</summary>
    static int Read(string word, int at, List<string[]> pieces)
    {
        var c = word[at];
        if (c < 128 || c is >= '\u00C0' and < '\u0400' or >= '\u1E00' and <= '\u1EFF') return ReadLatin(word, at, pieces);
        if (c is >= '\u0400' and < '\u0530') return ReadCyrillic(word, at, pieces);
        if (LetterTables.Arabic.At(word, at) is { } found) pieces.Add(found.Readings);
        return 1;
    }

    static int ReadCyrillic(string word, int at, List<string[]> pieces)
    {
        var afterVowel = at == 0 || CyrillicVowels.Contains(word[at - 1]) || word[at - 1] is 'ь' or 'ъ';
        string[]? beside = word[at] switch
        {
            'е' => afterVowel ? ["ye"] : ["e"],
            'ё' => afterVowel ? ["yo"] : ["2"],
            'ю' => afterVowel ? ["yu"] : ["4"],
            'я' => afterVowel ? ["ya"] : ["1"],
            'у' when at == 0 && word.Length > 2 && word[1] is 'а' or 'ә' or 'е' => ["u", "v"],
            _ => null,
        };
        if (beside is not null) { pieces.Add(beside); return 1; }
        if (LetterTables.Cyrillic.At(word, at) is not { } found) return 1;
        pieces.Add(found.Readings);
        return found.Length;
    }

    static int ReadLatin(string word, int at, List<string[]> pieces)
    {
        if (IsPartedSh(word, at)) { pieces.Add(["x", "sh"]); return 2; }
        if (Beside(word, at) is { } beside) { pieces.Add(beside); return 1; }
        if (LetterTables.Latin.At(word, at) is { } found) { pieces.Add(found.Readings); return found.Length; }
        if (char.IsAsciiDigit(word[at])) pieces.Add([word[at].ToString()]);
        else if (LetterTables.Latin.At(LetterTable.Unmarked(word[at]).ToString(), 0) is { } plain) pieces.Add(plain.Readings);
        return 1;
    }

    // Is'haq has s and h, and has lost its sign in most papers; only near the beginning of a word is it worth a second reading.
    static bool IsPartedSh(string word, int at) =>
        string.CompareOrdinal(word, at, "sh", 0, 2) == 0 && at + 2 < word.Length && (at == 1 ? word[2] != 'c' : at == 0 && word[2] is 'a' or 'o');

    /// <summary>The Latin letters that are read by their neighbours; null for the others.</summary>
    static string[]? Beside(string word, int at)
    {
        var before = at > 0 ? word[at - 1] : '\0';
        var after = at + 1 < word.Length ? word[at + 1] : '\0';
        switch (word[at])
        {
            case 'w' or 'v': return IsLatinVowel(before) ? ["v", "u"] : ["v"];
            case 'j': return J(word, at, before, after);
            case 'y': return Y(before, after);
            case 'ý': return ["y", "i"];
            case 'ï' or 'í' or 'ī' or 'î' or 'ı' or 'ĭ': return IsLatinVowel(before) || IsLatinVowel(after) ? ["i", "y"] : ["i"];
            default: return null;
        }
    }

    static string[] J(string word, int at, char before, char after)
    {
        if (at == 0) return ["j"];
        if (!IsLatinVowel(before)) return ["j", "y"];
        if (after == '\0') return ["y"];
        if (!IsLatinVowel(after)) return ["y", "j"];
        if (after == 'e' && at + 2 < word.Length && word[at + 2] is 'v' or 'w') return ["y", "j"];
        // Sejit in German and in ISO 9 is Сейит; before a, o and u they have я, ё and ю.
        return after is 'e' or 'i' ? ["j", "y"] : ["j"];
    }

    static string[] Y(char before, char after)
    {
        if (after == 'a' && before != '\0' && !IsLatinVowel(before)) return ["y", "i"];
        return IsLatinVowel(before) || IsLatinVowel(after) ? ["y"] : ["i"];
    }

    static bool IsLatinVowel(char c) => LatinVowels.Contains(c);
}

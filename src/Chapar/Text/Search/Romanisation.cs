namespace Chapar.Text.Search;

/// <summary>
/// Letters of Latin, Cyrillic and Arabic script in the one internal alphabet (<see cref="LetterTables"/>). Where a spelling can be read
/// in more than one way, the readings follow by likelihood: first the one without any second choice, then those with one, and so on.
/// </summary>
static class Romanisation
{
    /// <summary>More readings than this of one word are not kept.</summary>
    public const int MostReadings = 8;

    /// <summary>The likeliest reading of a word. Unknown letters are left out.</summary>
    public static string First(string letters) => Joined(Pieces(letters), []);

    /// <summary>The readings of a word, at least one and at most eight, no two alike. Unknown letters are left out.</summary>
    public static List<string> Of(string letters)
    {
        var pieces = Pieces(letters);
        List<string> readings = [Joined(pieces, [])];
        var open = pieces.Count(piece => piece.Length > 1);
        var chosen = open == 0 ? [] : new int[pieces.Count];
        for (int others = 1; others <= open && readings.Count < MostReadings; others++) Combine(pieces, 0, others, chosen, readings);
        return readings;
    }

    /// <summary>Adds the readings in which exactly so many of the pieces from one on take a later choice.</summary>
    static void Combine(List<string[]> pieces, int from, int others, int[] chosen, List<string> readings)
    {
        if (others == 0)
        {
            var reading = Joined(pieces, chosen);
            if (!readings.Contains(reading)) readings.Add(reading);
            return;
        }
        for (int piece = from; piece < pieces.Count; piece++)
        {
            for (int choice = 1; choice < pieces[piece].Length && readings.Count < MostReadings; choice++)
            {
                chosen[piece] = choice;
                Combine(pieces, piece + 1, others - 1, chosen, readings);
            }
            chosen[piece] = 0;
        }
    }

    static string Joined(List<string[]> pieces, int[] chosen)
    {
        Span<char> reading = stackalloc char[pieces.Count * LongestPiece];
        int length = 0;
        for (int i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i][chosen.Length == 0 ? 0 : chosen[i]];
            if (piece.Length == 1) reading[length++] = piece[0];
            else
            {
                piece.CopyTo(reading[length..]);
                length += piece.Length;
            }
        }
        return new(reading[..length]);
    }

    const int LongestPiece = 2;

    static List<string[]> Pieces(string letters)
    {
        List<string[]> pieces = new(letters.Length);
        for (int at = 0; at < letters.Length;) at += Read(letters, at, pieces);
        return pieces;
    }

    /// <summary>Reads the letter or group at a place and answers how many letters it took.</summary>
    static int Read(string word, int at, List<string[]> pieces)
    {
        var c = word[at];
        if (c is >= '\u0400' and < '\u0530')
            return Add(Neighbours.OfCyrillic(word, at) ?? LetterTables.Cyrillic.At(word.AsSpan(at)) ?? LetterTables.Cyrillic.At([LetterTable.Unmarked(c)]), pieces);
        if (c is >= '\u0600' and < '\u1E00' or >= '\u1F00') return Add(LetterTables.Arabic.At(word.AsSpan(at)), pieces);
        if (char.IsAsciiDigit(c)) return Add(new LetterGroup("", [c.ToString()]), pieces);
        var group = Neighbours.OfLatin(word, at) ?? LetterTables.Latin.At(word.AsSpan(at));
        return Add(group ?? LetterTables.Latin.At([LetterTable.Unmarked(c)]), pieces);
    }

    static int Add(LetterGroup? group, List<string[]> pieces)
    {
        if (group is null) return 1;
        pieces.Add(group.Readings);
        return Math.Max(1, group.Letters.Length);
    }
}

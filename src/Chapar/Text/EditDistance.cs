namespace Chapar.Text;

/// <summary>How far two words are from each other.</summary>
public static class EditDistance
{
    /// <summary>How many letters must be changed, put in or left out to make the one of the other (Levenshtein).</summary>
    public static int Of(string one, string other) => Count(one, other, withSwaps: false);

    /// <summary>The same, where two neighbours that are exchanged count as one (optimal string alignment).</summary>
    public static int WithSwaps(string one, string other) => Count(one, other, withSwaps: true);

    static int Count(string one, string other, bool withSwaps)
    {
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (int j = 0; j <= other.Length; j++) last[j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (withSwaps && i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[other.Length];
    }
}

namespace Chapar.Suggestions;

/// <summary>
/// The articles that say one term, and how strongly: four bytes each, since nearly all memory of the index is these. Most terms are said
/// by one. Of a term that very many say only their number is kept.
/// </summary>
struct Postings
{
    /// <summary>An ordinal takes 24 bits: more articles than this cannot be taken in.</summary>
    public const int MostArticles = 1 << 24;

    /// <summary>In place of the number's highest bit, so that a list is 16 bytes.</summary>
    const int Common = 1 << 31;

    uint first;
    uint[]? rest;
    int number;

    /// <summary>How many articles say the term.</summary>
    public readonly int Count => number & ~Common;

    /// <summary>Whether too many say it to look for others by; then there is nothing but the count.</summary>
    public readonly bool IsCommon => (number & Common) != 0;

    public readonly (int Ordinal, byte Weight) this[int index]
    {
        get
        {
            var packed = index == 0 ? first : rest![index - 1];
            return ((int)(packed >> 8), (byte)packed);
        }
    }

    /// <returns>Whether it stands in the list now: otherwise it was only counted.</returns>
    public bool Add(int ordinal, byte weight, int most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, MostArticles);
        if (!IsCommon && Count >= most)
        {
            number |= Common;
            rest = null;
        }
        number++;
        if (IsCommon) return false;
        Set(Count - 1, (uint)ordinal << 8 | weight);
        return true;
    }

    /// <summary>Takes out whoever has left. The last takes the place of what goes: their order means nothing.</summary>
    public void Remove(Func<int, bool> hasLeft)
    {
        if (IsCommon) return;
        for (var i = 0; i < number;)
        {
            if (!hasLeft(this[i].Ordinal)) { i++; continue; }
            number--;
            Set(i, number == 0 ? first : rest![number - 1]);
        }
    }

    void Set(int index, uint packed)
    {
        if (index == 0)
        {
            first = packed;
            return;
        }
        // Half as much again: what lies unused counts more here than copying.
        if (rest is null || index > rest.Length) Array.Resize(ref rest, Math.Max(3, index + index / 2));
        rest[index - 1] = packed;
    }
}

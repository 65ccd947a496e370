namespace Chapar.Suggestions;

/// <summary>The articles that say one term, and how strongly: four bytes each, since nearly all memory of the index is these. Most terms are said by one.</summary>
struct Postings
{
    /// <summary>An ordinal takes 24 bits: more articles than this cannot be taken in.</summary>
    public const int MostArticles = 1 << 24;

    /// <summary>A weight is kept in 8 bits, in sixteenths: 1/16 to almost 16.</summary>
    const float WeightUnit = 1 / 16f;

    uint first;
    uint[]? rest;

    public int Count { get; private set; }

    public readonly (int Ordinal, float Weight) this[int index]
    {
        get
        {
            var packed = index == 0 ? first : rest![index - 1];
            return ((int)(packed >> 8), (packed & 0xff) * WeightUnit);
        }
    }

    public void Add(int ordinal, float weight)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, MostArticles);
        Set(Count++, (uint)ordinal << 8 | (uint)Math.Clamp(MathF.Round(weight / WeightUnit), 1, 255));
    }

    /// <summary>The last takes the place of what goes: their order means nothing.</summary>
    public void Remove(int ordinal)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Ordinal != ordinal) continue;
            Count--;
            Set(i, Count == 0 ? first : rest![Count - 1]);
            return;
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

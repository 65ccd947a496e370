using System.Collections;

namespace Chapar.Rates;

/// <summary>The points of many years, the oldest first, with a list for each year: one list of eleven thousand would be so large that only the collection of
/// everything frees it, and a reader in a hundred would wait for that.</summary>
sealed class PointsOfYears : IReadOnlyList<RatePoint>
{
    readonly List<List<RatePoint>> years = [];

    public int Count { get; private set; }

    /// <param name="points">Of one year, later than all before.</param>
    public void Add(List<RatePoint> points)
    {
        years.Add(points);
        Count += points.Count;
    }

    public RatePoint this[int index]
    {
        get
        {
            foreach (List<RatePoint> year in years)
            {
                if (index < year.Count)
                    return year[index];
                index -= year.Count;
            }
            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<RatePoint> GetEnumerator()
    {
        foreach (List<RatePoint> year in years)
            foreach (RatePoint point in year)
                yield return point;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

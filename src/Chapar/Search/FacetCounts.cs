using Chapar.Articles;
using Chapar.Database;

namespace Chapar.Search;

/// <summary>Counts what hits are filed under.</summary>
static class FacetCounts
{
    public static Facets Of(IEnumerable<(long Row, string Filed)> hits, TimeZoneInfo zone)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Dictionary<int, int> years = [];
        foreach (var (row, filed) in hits)
        {
            foreach (var range in filed.AsSpan().Split(' '))
            {
                var term = filed.AsSpan(range);
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), term, out _)++;
            }
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(years, TimeZoneInfo.ConvertTimeFromUtc(SearchEntry.At(row), zone).Year, out _)++;
        }
        return new(Read(counts, 'l', code => code), Read(counts, 'o', name => Enum.Parse<Format>(name, ignoreCase: true)), Read(counts, 's', Guid.Parse), Read(counts, 'p', Guid.Parse),
            Read(counts, 't', Guid.Parse), Read(counts, 'a', Guid.Parse), [.. years.OrderByDescending(y => y.Key).Select(y => new Facet<int>(y.Key, y.Value))]);
    }

    static List<Facet<T>> Read<T>(Dictionary<string, int> counts, char kind, Func<string, T> read) =>
        [.. counts.Where(c => c.Key.Length > 1 && c.Key[0] == kind).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new Facet<T>(read(c.Key[1..]), c.Value))];
}

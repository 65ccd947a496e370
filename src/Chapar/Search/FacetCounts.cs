using System.Runtime.InteropServices;
using System.Text;
using Chapar.Articles;
using Chapar.Database;

namespace Chapar.Search;

/// <summary>How often each term stands among those that hits are filed under.</summary>
sealed class FacetCounts
{
    /// <summary>Letters of a term: a kind, and an id or a word of ours.</summary>
    const int Longest = 64;

    readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    FacetCounts() { }

    /// <param name="filed">The terms of all hits, parted by blanks.</param>
    public static FacetCounts Of(ReadOnlySpan<byte> filed)
    {
        FacetCounts made = new();
        var counts = made.counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> term = stackalloc char[Longest];
        foreach (var one in filed.Split((byte)' '))
            if (Ascii.ToUtf16(filed[one], term, out var length) == System.Buffers.OperationStatus.Done) CollectionsMarshal.GetValueRefOrAddDefault(counts, term[..length], out _)++;
        return made;
    }

    /// <param name="rows">The hits.</param>
    /// <param name="zone">In which their days are counted.</param>
    public Facets ToFacets(IReadOnlyList<long> rows, TimeZoneInfo zone)
    {
        var days = rows.CountBy(row => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(SearchEntry.At(row), zone))).OrderByDescending(day => day.Key);
        return new(Read('l', code => code), Read('o', name => Enum.Parse<Format>(name, ignoreCase: true)), Read('s', Guid.Parse), Read('p', Guid.Parse),
            Read('t', Guid.Parse), Read('a', Guid.Parse), [.. days.Select(day => new Facet<DateOnly>(day.Key, day.Value))]);
    }

    List<Facet<T>> Read<T>(char kind, Func<string, T> read) =>
        [.. counts.Where(c => c.Key.Length > 1 && c.Key[0] == kind).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new Facet<T>(read(c.Key[1..]), c.Value))];
}

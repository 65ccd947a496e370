using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Text;

namespace Chapar.Search;

/// <summary>
/// Answers a reader's query. Better is, in this order: all words in the headline as typed, as names as typed, in the headline in any spelling, as names, anywhere as
/// typed, anywhere; of equal fit the newer is better. Both databases answer alike, since neither ranks: see docs/decisions/020.
/// </summary>
public static class SearchQuery
{
    public const int PageSize = 20;

    /// <summary>Hits that are counted, ranked and shown in pages; the newest, where there are more.</summary>
    public const int Most = 1000;

    /// <summary>Articles of other languages too that are looked through for those of one.</summary>
    const int MostElsewhere = 4 * Most;

    /// <summary>Letters of a beginning that is looked for.</summary>
    const int ShortestBeginning = 3;

    // In one line of text: to step through a thousand rows took as long as to find them.
    static readonly SqlQuestion<string?> Rows = new(
        """SELECT group_concat(found) FROM (SELECT rowid AS found FROM "SearchKeys" WHERE "SearchKeys" MATCH @condition AND rowid BETWEEN @from AND @to ORDER BY rowid LIMIT @most)""",
        """SELECT string_agg(found::text, ',') FROM (SELECT "Id" AS found FROM "SearchEntries" WHERE "Vector" @@ @condition::tsquery AND "Id" BETWEEN @from AND @to ORDER BY "Id" LIMIT @most) AS those""",
        row => row.TextOrNot(0), "@condition", "@from", "@to", "@most");

    // As it stands in the database and not as text: that would be half a megabyte for each search.
    static readonly SqlQuestion<FacetCounts> Filed = new(
        """SELECT group_concat("Filed", ' ') FROM "SearchEntries" WHERE "Id" IN (SELECT value FROM json_each(@rows))""",
        """SELECT string_agg("Filed", ' ') FROM "SearchEntries" WHERE "Id" = ANY (@rows)""",
        row => FacetCounts.Of(row.Utf8(0)), "@rows");

    internal sealed record Entry(long Row, Guid Article);

    internal static readonly Question<IReadOnlyList<long>, Entry> Entries = new("search.entries",
        (db, rows) => from entry in db.SearchEntries
                      join article in db.Articles.Published() on entry.ArticleId equals article.Id
                      where rows.Contains(entry.Id)
                      select new Entry(entry.Id, article.Id),
        row => new(row.Count(0), row.Id(1)));

    /// <summary>Finds articles of one language with all wanted words and none of the excluded ones.</summary>
    public static Task<Found> FindAsync(Asking asking, string query, string language, int page, CancellationToken stop = default) =>
        FindAsync(asking, new SearchRequest(query) { Language = language, Page = page }, stop);

    /// <summary>Finds what is asked for.</summary>
    public static async Task<Found> FindAsync(Asking asking, SearchRequest request, CancellationToken stop = default)
    {
        var understood = await Understood.ReadAsync(asking, request.Query, request.WithNames, stop);
        var filters = Filters(request);
        if (understood.Hits(filters) is not { } hits || (understood.IsEmpty && request.Query.Length > 0)) return new([], 0, false, Facets.None, understood, [], null);
        var range = (request.Before is { } before ? SearchEntry.NumberOf(before) + 1 : 0, request.From is { } from ? SearchEntry.NumberOf(from) : long.MaxValue);
        var rows = await RowsAsync(asking, hits, range, Most + 1, stop);
        var isMore = rows.Count > Most;
        // Where the whole word is found, no reader means the beginning of another: Marat is not Maratov.
        var isBeginning = rows.Count == 0 && understood.IsLongEnough(ShortestBeginning);
        if (isBeginning) rows = await RowsAsync(asking, understood.Hits(filters, isOpen: true)!, range, Most, stop);
        var fits = request.Order == SearchOrder.Best && rows.Count > 1 && !understood.IsEmpty && !isBeginning ? await FitsAsync(asking, understood, request, rows, range, stop) : [];
        List<long> ranked = [.. rows.Take(Most).Union(fits.Keys).OrderByDescending(row => fits.GetValueOrDefault(row)).ThenBy(row => row).Take(Most)];
        var shown = ranked.Skip((Math.Max(1, request.Page) - 1) * request.PageSize).Take(request.PageSize).ToList();
        var ids = await ArticlesAsync(asking, shown, stop);
        var total = ranked.Count - (shown.Count - ids.Count);
        var near = total == 0 ? await NearNames.OfAsync(asking, understood, request.Language, filters, range, stop) : [];
        var newest = rows.Count > Most ? rows[..Most] : rows;
        var facets = request.WithFacets ? await FacetsAsync(asking, newest, request.Zone, stop) : Facets.None;
        var everywhere = request is { WithEverywhere: true, Language: not null } ? await EverywhereAsync(asking, understood, request, newest, range, stop) : null;
        return new(ids, total, isMore, facets, understood, near, everywhere);
    }

    /// <summary>What the same search has in all languages.</summary>
    /// <param name="own">What it has in its own: only what else there is must be read.</param>
    static async Task<Everywhere?> EverywhereAsync(Asking asking, Understood understood, SearchRequest request, List<long> own, (long, long) range, CancellationToken stop)
    {
        var filters = Filters(request with { Language = null });
        if (understood.Hits(filters) is not { } hits) return null;
        var rows = await RowsAsync(asking, hits, range, Most + 1, stop);
        if (rows.Count == 0 && understood.IsLongEnough(ShortestBeginning)) rows = await RowsAsync(asking, understood.Hits(filters, isOpen: true)!, range, Most, stop);
        var elsewhere = rows.Take(Most).Except(own).ToList();
        var total = Math.Min(Most, rows.Count);
        List<Facet<string>> languages = [new(request.Language!, total - elsewhere.Count), .. (await FacetsAsync(asking, elsewhere, request.Zone, stop)).Languages];
        return new(total, rows.Count > Most, [.. languages.Where(l => l.Count > 0).OrderByDescending(l => l.Count)]);
    }

    /// <summary>The articles of rows of the index, in their order; without those that were withdrawn a moment ago and are in the index still.</summary>
    static async Task<List<Guid>> ArticlesAsync(Asking asking, IReadOnlyList<long> rows, CancellationToken stop)
    {
        if (rows.Count == 0) return [];
        var there = (await asking.ListAsync(Entries, rows, stop)).ToDictionary(e => e.Row, e => e.Article);
        return [.. rows.Where(there.ContainsKey).Select(row => there[row])];
    }

    static async Task<Facets> FacetsAsync(Asking asking, IReadOnlyList<long> rows, TimeZoneInfo zone, CancellationToken stop)
    {
        if (rows.Count == 0) return Facets.None;
        return (await Filed.ListAsync(asking, stop, rows))[0].ToFacets(rows, zone);
    }

    static Narrowing Filters(SearchRequest request)
    {
        List<string> under = [];
        if (request.Language is { } language) under.Add(IndexTerms.Language(language));
        if (request.Format is { } format) under.Add(IndexTerms.Format(format));
        if (request.Section is { } section) under.Add(IndexTerms.Section(section));
        if (request.Place is { } place) under.Add(IndexTerms.Place(place));
        if (request.Topic is { } topic) under.Add(IndexTerms.Topic(topic));
        if (request.Author is { } author) under.Add(IndexTerms.Author(author));
        var isOnlyDays = request.Query.Length == 0 && (request.From ?? request.Before) is not null;
        // Among those of one language there is nothing to leave out.
        return new(under, request.Language is null ? [.. request.NotIn.Select(IndexTerms.Language)] : []) { Anything = isOnlyDays ? [.. Languages.All.Select(IndexTerms.Language)] : [] };
    }

    /// <summary>For each article how well it fits: a bit for each way, the best way highest.</summary>
    static async Task<Dictionary<long, int>> FitsAsync(Asking asking, Understood understood, SearchRequest request, List<long> rows, (long, long) range, CancellationToken stop)
    {
        // Of hits that are all known those of other languages fall out by themselves: a word has far fewer articles than a language.
        var known = rows.Count <= Most ? rows.ToHashSet() : null;
        var filters = Filters(request);
        var narrow = known is null ? filters : Filters(request with { Language = null, NotIn = [] });
        var fits = new Dictionary<long, int>();
        var ways = Enum.GetValues<Understood.Fit>();
        // A phrase fits in fewer ways than there are: what all hits have, or what was asked for already, tells none from another.
        HashSet<string> asked = [understood.Hits(narrow)!.ForSqlite];
        foreach (var fit in ways)
        {
            if (understood.Fitting(fit, narrow) is not { } fitting || !asked.Add(fitting.ForSqlite)) continue;
            var fitted = await RowsAsync(asking, fitting, known is null ? range : (rows[0], rows[^1]), known is null ? Most : MostElsewhere, stop);
            // A word of hardly any article of this language, and of very many of others.
            if (known is not null && fitted.Count == MostElsewhere) fitted = await RowsAsync(asking, understood.Fitting(fit, filters)!, range, Most, stop);
            foreach (var row in fitted)
                if (known?.Contains(row) != false) fits[row] = fits.GetValueOrDefault(row) | 1 << (ways.Length - (int)fit);
        }
        return fits;
    }

    /// <summary>The rows of the index that fulfil a condition, the newest first.</summary>
    internal static async ValueTask<List<long>> RowsAsync(Asking asking, Condition condition, (long From, long To) range, int most, CancellationToken stop)
    {
        var found = await Rows.ListAsync(asking, stop, asking.IsSqlite ? condition.ForSqlite : condition.ForPostgres, range.From, range.To, most);
        List<long> rows = [];
        foreach (var number in found[0].AsSpan().Split(','))
            if (number.Start.Value < number.End.Value) rows.Add(long.Parse(found[0].AsSpan(number), CultureInfo.InvariantCulture));
        rows.Sort();
        return rows;
    }

    /// <summary>
    /// The newest public articles of all languages with all wanted words: first those that have them in the headline. It counts nothing, so
    /// that it is as quick for a word of every article as for a rare one: staff see it with each key.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> NewestAsync(Asking asking, string query, int most, CancellationToken stop = default) =>
        await NewestAsync(asking, await Understood.ReadAsync(asking, query, stop: stop), null, most, stop);

    /// <param name="language">Of the articles; null for all.</param>
    internal static async Task<IReadOnlyList<Guid>> NewestAsync(Asking asking, Understood understood, string? language, int most, CancellationToken stop)
    {
        if (understood.IsEmpty) return [];
        var all = (0L, long.MaxValue);
        var filters = language is null ? Narrowing.None : Narrowing.ToLanguage(language);
        var rows = await RowsAsync(asking, understood.Fitting(Understood.Fit.InHeadline, filters)!, all, most, stop);
        if (rows.Count < most) rows.AddRange((await RowsAsync(asking, understood.Hits(filters)!, all, most, stop)).Except(rows));
        if (rows.Count < most && understood.IsLongEnough(ShortestBeginning)) rows.AddRange((await RowsAsync(asking, understood.Hits(filters, isOpen: true)!, all, most, stop)).Except(rows));
        return [.. (await ArticlesAsync(asking, rows, stop)).Take(most)];
    }
}

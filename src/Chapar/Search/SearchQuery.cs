using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>One page of what a search found: ids of public articles, best first, and how many there are in all.</summary>
public sealed record Found(IReadOnlyList<Guid> Ids, int Total);

/// <summary>
/// Answers a reader's query. Headline counts most, then names, deck and text (weights 10, 6, 4, 1); of equal fit the newer is better.
/// </summary>
public static class SearchQuery
{
    public const int PageSize = 20;

    /// <summary>Finds articles with all wanted words and none of the excluded ones.</summary>
    /// <param name="db">The database.</param>
    /// <param name="query">As typed.</param>
    /// <param name="language">Of the articles.</param>
    /// <param name="page">From 1.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task<Found> FindAsync(NewsDb db, string query, string language, int page, DateTime now, CancellationToken stop = default)
    {
        var terms = SearchWords.Read(query);
        if (!terms.Any(t => !t.Excluded)) return new Found([], 0);
        var skip = (Math.Max(1, page) - 1) * PageSize;
        return db.Database.IsSqlite()
            ? await FindInSqliteAsync(db, ForSqlite(terms), language, skip, now, stop)
            : await FindInPostgresAsync(db, ForPostgres(terms), language, skip, now, stop);
    }

    /// <summary>
    /// The newest public articles of all languages with all wanted words: first those that have them in headline or names. It ranks
    /// nothing and counts nothing, so that it is as quick for a word of every article as for a rare one: staff see it with each key.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> NewestAsync(NewsDb db, string query, int most, CancellationToken stop = default)
    {
        var read = SearchWords.Read(query);
        // Most words may be the beginning of one: who looks for a story of the house types as little as will do. Short ones may not,
        // since the index would have to put together all that begins with them.
        List<SearchTerm> terms = [.. read.Index().Select(t => t.Item with { IsPrefix = !t.Item.Excluded && t.Item.Words is [var word] && word.Length >= (t.Index == read.Count - 1 ? 3 : 4) })];
        if (terms.TrueForAll(t => t.Excluded)) return [];
        List<Guid> found = [];
        foreach (var inHeadline in new[] { true, false })
            if (found.Count < most) found.AddRange(db.Database.IsSqlite()
                ? await NewestInSqliteAsync(db, inHeadline ? $"{{headline names}} : ({ForSqlite(terms)})" : ForSqlite(terms), most, stop)
                : await NewestInPostgresAsync(db, ForPostgres(terms, inHeadline ? "AB" : ""), most, stop));
        return [.. found.Distinct().Take(most)];
    }

    static async Task<IEnumerable<Guid>> NewestInSqliteAsync(NewsDb db, string match, int most, CancellationToken stop) =>
        (await db.Database.SqlQuery<byte[]>($"""
            SELECT e."ArticleId" AS "Value" FROM (SELECT rowid AS r FROM "SearchText" WHERE "SearchText" MATCH {match} ORDER BY rowid DESC LIMIT {most}) JOIN "SearchEntries" e ON e."Id" = r
            ORDER BY r DESC
            """).ToListAsync(stop)).Select(b => new Guid(b, bigEndian: true));

    static async Task<IEnumerable<Guid>> NewestInPostgresAsync(NewsDb db, string tsquery, int most, CancellationToken stop) =>
        await db.Database.SqlQuery<Guid>($"""
            SELECT "ArticleId" AS "Value" FROM "SearchEntries" WHERE "Vector" @@ to_tsquery('simple', {tsquery}) ORDER BY "Id" DESC LIMIT {most}
            """).ToListAsync(stop);

    static async Task<Found> FindInSqliteAsync(NewsDb db, string match, string language, int skip, DateTime now, CancellationToken stop)
    {
        var published = ArticleStatus.Published.ToString();
        var nowMs = new DateTimeOffset(now).ToUnixTimeMilliseconds();
        var total = await db.Database.SqlQuery<int>($"""
            SELECT count(*) AS "Value" FROM "SearchText" JOIN "SearchEntries" e ON e."Id" = "SearchText".rowid JOIN "Articles" a ON a."Id" = e."ArticleId"
            WHERE "SearchText" MATCH {match} AND e."Language" = {language} AND a."Status" = {published}
            """).ToListAsync(stop);
        if (total[0] == 0) return new Found([], 0);
        // bm25 is negative, best lowest; a year of age takes up to three tenths of it.
        var ids = await db.Database.SqlQuery<byte[]>($"""
            SELECT e."ArticleId" AS "Value" FROM "SearchText" JOIN "SearchEntries" e ON e."Id" = "SearchText".rowid JOIN "Articles" a ON a."Id" = e."ArticleId"
            WHERE "SearchText" MATCH {match} AND e."Language" = {language} AND a."Status" = {published}
            ORDER BY bm25("SearchText", 10.0, 6.0, 4.0, 1.0) * (0.7 + 0.3 / (1.0 + ({nowMs} - a."FirstPublishedAt") / 31557600000.0)), a."FirstPublishedAt" DESC
            LIMIT {PageSize} OFFSET {skip}
            """).ToListAsync(stop);
        return new Found([.. ids.Select(b => new Guid(b, bigEndian: true))], total[0]);
    }

    static async Task<Found> FindInPostgresAsync(NewsDb db, string tsquery, string language, int skip, DateTime now, CancellationToken stop)
    {
        var published = ArticleStatus.Published.ToString();
        var total = await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM "SearchEntries" e JOIN "Articles" a ON a."Id" = e."ArticleId"
            WHERE e."Vector" @@ to_tsquery('simple', {tsquery}) AND e."Language" = {language} AND a."Status" = {published}
            """).ToListAsync(stop);
        if (total[0] == 0) return new Found([], 0);
        var ids = await db.Database.SqlQuery<Guid>($$"""
            SELECT e."ArticleId" AS "Value" FROM "SearchEntries" e JOIN "Articles" a ON a."Id" = e."ArticleId"
            WHERE e."Vector" @@ to_tsquery('simple', {{tsquery}}) AND e."Language" = {{language}} AND a."Status" = {{published}}
            ORDER BY ts_rank('{0.1, 0.4, 0.6, 1.0}', e."Vector", to_tsquery('simple', {{tsquery}}))
                * (0.7 + 0.3 / (1.0 + extract(epoch FROM ({{now}} - a."FirstPublishedAt")) / 31557600.0)) DESC, a."FirstPublishedAt" DESC
            LIMIT {{PageSize}} OFFSET {{skip}}
            """).ToListAsync(stop);
        return new Found(ids, total[0]);
    }

    /// <summary>An FTS5 expression: every word quoted, so that nothing typed is taken for syntax.</summary>
    static string ForSqlite(IReadOnlyList<SearchTerm> terms)
    {
        static string Quoted(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? "*" : "")}";
        var wanted = string.Join(" AND ", terms.Where(t => !t.Excluded).Select(Quoted));
        return terms.Where(t => t.Excluded).Aggregate($"({wanted})", (all, term) => string.Create(CultureInfo.InvariantCulture, $"{all} NOT {Quoted(term)}"));
    }

    /// <summary>A tsquery: the words are runs of letters and digits, so quoting them is enough.</summary>
    /// <param name="terms">What is looked for.</param>
    /// <param name="weights">"AB" for headline and names only; empty for all.</param>
    static string ForPostgres(IReadOnlyList<SearchTerm> terms, string weights = "") => string.Join(" & ", terms.Select(term =>
    {
        var where = term.Excluded ? "" : weights;
        var words = term.Words.Index().Select(w => $"'{w.Item}'{Mark(where, term.IsPrefix && w.Index == term.Words.Count - 1)}");
        return $"{(term.Excluded ? "!" : "")}({string.Join(" <-> ", words)})";
    }));

    static string Mark(string weights, bool isPrefix) => weights.Length == 0 && !isPrefix ? "" : $":{(isPrefix ? "*" : "")}{weights}";
}

using System.Globalization;
using System.Text.Json.Nodes;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Reader.Markets;
using Chapar.Search;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Reader.Finding;

/// <summary>Search for programs: <c>/api/search</c>, and what completes what is typed: <c>/api/complete</c>. docs/formats.md says what each field means. A wrong
/// question is answered by problem+json that names the parameter.</summary>
public static class SearchApi
{
    /// <summary>Articles of one answer.</summary>
    public const int LargestPage = 50;

    const string Size = "size";

    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];
    static readonly string[] known = [.. SearchAddress.Parameters, Size];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapWhenAsked("/api/search", reading, SearchAsync);
        app.MapWhenAsked("/api/complete", reading, CompleteAsync);
    }

    static async Task<IResult> SearchAsync(HttpContext http, OpenedDb db, Lines lines, Publication publication, CancellationToken stop)
    {
        ApiQuestion question = new(http, known);
        var asking = db.Asking(lines);
        var asked = await AskedSearch.ReadAsync(asking, http.Request.Query, publication, null, stop);
        if (asked.Wrong is [var wrong, ..]) question.Refuse(wrong.Parameter, Words.In("en").Fill(wrong.Words, wrong.Given));
        if (asked.IsCut) question.Refuse("q", string.Create(CultureInfo.InvariantCulture, $"A query has at most {AskedSearch.LongestQuery} characters and {SearchWords.Most} words or phrases."));
        if (!asked.IsSomething) question.Refuse("q", "Give words to look for, or a section, place, author, format or day.");
        var size = SearchQuery.PageSize;
        if (http.Request.Query.TryGetValue(Size, out var given) && !(int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is > 0 and <= LargestPage))
            question.Refuse(Size, string.Create(CultureInfo.InvariantCulture, $"Give a number from 1 to {LargestPage}."));
        var page = asked.Address.Page;
        if (question.Problem is null && page > SearchQuery.Most / size) question.Refuse("page", string.Create(CultureInfo.InvariantCulture, $"There are at most {SearchQuery.Most / size} pages of that size: narrow the search."));
        if (question.Problem is { } problem) return problem;
        var found = await SearchQuery.FindAsync(asking, asked.Request with { PageSize = size }, stop);
        var items = await FoundArticle.ReadAsync(asking, found, stop);
        return await FreshAnswer.SendAsync(http, ApiQuestion.Bytes(new JsonObject
        {
            ["total"] = found.Total,
            ["more"] = found.IsMore,
            ["page"] = page,
            ["size"] = size,
            ["items"] = new JsonArray([.. items.Select(item => Item(item, publication))]),
            ["near"] = new JsonArray([.. found.Near.Select(name => JsonValue.Create(name))]),
        }), ApiQuestion.Json);
    }

    static JsonObject Item(FoundArticle item, Publication publication) => new()
    {
        ["url"] = publication.Absolute(item.Path),
        ["headline"] = Text(item.Headline),
        ["deck"] = Text(item.Deck),
        ["passage"] = new JsonArray([.. item.Passage.Select(piece => new JsonObject { ["text"] = piece.Text, ["hit"] = piece.IsHit })]),
        ["published"] = Instant.WithOffset(item.PublishedAt, publication.Zone),
        ["language"] = item.Language,
        ["format"] = item.Format.Slug(),
        ["section"] = Named(item.Section, item.Language),
        ["authors"] = new JsonArray([.. item.Authors.Select(author => Named(author, item.Language))]),
    };

    static string Text(IReadOnlyList<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    static JsonObject Named(FoundName name, string language) => new() { ["slug"] = name.Slug, ["name"] = name.Name[language] };

    /// <summary>What the box of a page asks with each key: answered from what is in memory, kept by nobody.</summary>
    static async Task<IResult> CompleteAsync(HttpContext http, OpenedDb db, Lines lines, Publication publication, CancellationToken stop)
    {
        ApiQuestion question = new(http, "q", "language");
        var (typed, language) = (http.Request.Query["q"].ToString(), http.Request.Query["language"].ToString());
        if (typed.Length > AskedSearch.LongestQuery) question.Refuse("q", string.Create(CultureInfo.InvariantCulture, $"A query has at most {AskedSearch.LongestQuery} characters."));
        if (language.Length == 0) language = publication.MainLanguage;
        if (!publication.Languages.Contains(language)) question.Refuse("language", Words.In("en").Fill("search-wrong.language", language.Length > 10 ? language[..10] : language));
        if (question.Problem is { } problem) return problem;
        var (words, prefix) = (Words.In(language), publication.Prefix(language));
        var completions = string.IsNullOrWhiteSpace(typed) ? [] : await Completions.OfAsync(db.Asking(lines), typed, language, stop);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(ApiQuestion.Bytes(new JsonObject
        {
            ["completions"] = new JsonArray([.. completions.Select(one => new JsonObject
            {
                ["text"] = one.Text,
                ["kind"] = one.Kind.ToString().ToLowerInvariant(),
                ["label"] = one.Kind is CompletionKind.Author or CompletionKind.Place or CompletionKind.Topic or CompletionKind.Section ? words[$"search-kind.{one.Kind.ToString().ToLowerInvariant()}"] : "",
                ["language"] = one.Language ?? language,
                ["path"] = one.Path is null ? null : one.Kind == CompletionKind.Headline ? one.Path : prefix + one.Path,
            })]),
        }), ApiQuestion.Json);
    }
}

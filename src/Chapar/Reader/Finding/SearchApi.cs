using System.Globalization;
using System.Text.Json.Nodes;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Reader.Markets;
using Chapar.Search;
using Chapar.Settings;
using Chapar.Text;
using Chapar.Text.Scripts;

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
        var script = OtherScript.Tagged(language);
        var spoken = script?.Language ?? (language.Length == 0 ? publication.MainLanguage : language);
        if (!publication.Languages.Contains(spoken)) question.Refuse("language", Words.In("en").Fill("search-wrong.language", language.Length > 10 ? language[..10] : language));
        if (question.Problem is { } problem) return problem;
        var completions = string.IsNullOrWhiteSpace(typed) ? [] : await CompletionsAsync(db.Asking(lines), typed, spoken, script, stop);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(ApiQuestion.Bytes(new JsonObject
        {
            ["completions"] = new JsonArray([.. completions.Select(one => Item(one, publication, spoken, script))]),
        }), ApiQuestion.Json);
    }

    /// <summary>On a page in the other script, where there is room, also what is typed read as that script writes it.</summary>
    static async Task<IReadOnlyList<Completion>> CompletionsAsync(Asking asking, string typed, string language, OtherScript? script, CancellationToken stop)
    {
        var completions = await Completions.OfAsync(asking, typed, language, stop);
        if (completions.Count == Completions.Most || script is null || script.Read(typed) is var usual && usual == typed) return completions;
        return [.. completions.UnionBy(await Completions.OfAsync(asking, usual, language, stop), one => (one.Text, one.Path)).Take(Completions.Most)];
    }

    static JsonObject Item(Completion one, Publication publication, string language, OtherScript? script)
    {
        var of = one.Language ?? language;
        var text = script?.Language == of ? script.Write(one.Text) : one.Text;
        var label = one.Kind is CompletionKind.Author or CompletionKind.Place or CompletionKind.Topic or CompletionKind.Section ? Words.In(language)[$"search-kind.{one.Kind.ToString().ToLowerInvariant()}"] : "";
        var path = one.Path is null || one.Kind == CompletionKind.Headline ? one.Path : publication.Prefix(language) + one.Path;
        return new()
        {
            ["text"] = text,
            ["kind"] = one.Kind.ToString().ToLowerInvariant(),
            ["label"] = script?.Write(label) ?? label,
            ["language"] = OtherScript.TagOf(text, of),
            ["path"] = path is not null && script is not null ? OtherScripts.Lead(publication, script, path) ?? path : path,
        };
    }
}

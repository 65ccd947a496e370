using Chapar.Database;
using Chapar.Distribution;
using Chapar.Pages;
using Chapar.Reader.Markets;
using Chapar.Search;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Reader.Finding;

/// <summary>What a search finds as a feed, so that somebody can follow a name: <c>/search/feed.xml?q=</c> and so on, in the language of the address unless another is named.</summary>
static class SearchFeeds
{
    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (file, write) in Machines.Writers)
            app.MapWhenAsked($"/search/{file}", reading, (HttpContext http, OpenedDb db, Lines lines, Publication publication, TimeProvider clock) => AnswerAsync(http, file, write, db.Asking(lines), publication, clock.GetUtcNow().UtcDateTime));
    }

    static async Task<IResult> AnswerAsync(HttpContext http, string file, Func<Feed, Publication, Document> write, Asking asking, Publication publication, DateTime now)
    {
        var (language, stop) = (LanguagePath.Of(http, publication), http.RequestAborted);
        var (words, prefix) = (Words.In(language), publication.Prefix(language));
        var asked = await AskedSearch.ReadAsync(asking, http.Request.Query, publication, language, stop);
        if (asked.Wrong is [var wrong, ..]) return ApiQuestion.NotGood(StatusCodes.Status400BadRequest, wrong.Parameter, words.Fill(wrong.Words, wrong.Given));
        // Everything that is published has its feed already.
        if (!asked.IsSomething) return TypedResults.Redirect($"{prefix}/{file}", permanent: true);
        var found = await SearchQuery.FindAsync(asking, asked.Request with { Order = SearchOrder.Newest, Page = 1, PageSize = FeedReading.Length }, stop);
        var feed = await new FeedReading(asking, publication, Machines.WordsOf(language, publication), language, now)
            .ReadAsync(words.Fill("search-title", asked.Told(words, publication.Zone)), asked.Address.In(prefix), found.Ids, stop);
        // Whoever follows a search reads it; whoever looks for the newspaper is to find the newspaper.
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var document = write(feed, publication);
        return await FreshAnswer.SendAsync(http, document.Bytes, document.ContentType);
    }
}

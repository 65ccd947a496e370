using Chapar.Articles;
using Chapar.Database;
using Chapar.Pages;

namespace Chapar.Reader;

/// <summary>The article that stands at an address, public or withdrawn: asked before all else of most requests, and so remembered.</summary>
/// <param name="Language">Of the article; the address may be of a language that was switched off.</param>
sealed record ArticleAddress(Guid Id, ArticleStatus Status, string Language)
{
    internal static readonly Question<string, ArticleAddress> At = new("address",
        (db, path) => db.Articles.Where(a => a.Path == path && (a.Status == ArticleStatus.Published || a.Status == ArticleStatus.Withdrawn)).Select(a => new ArticleAddress(a.Id, a.Status, a.Language)),
        row => new(row.Id(0), row.Word<ArticleStatus>(1), row.Text(2)));

    /// <summary>Null where none stands, which is not remembered: anybody can ask for any address.</summary>
    /// <param name="context">Of the request, which asks the database once at most.</param>
    /// <param name="path">The whole path, with the language.</param>
    public static async ValueTask<ArticleAddress?> FindAsync(HttpContext context, Remembered remembered, Lines lines, string path)
    {
        var what = "address " + path;
        if (context.Items.TryGetValue(what, out var asked)) return (ArticleAddress?)asked;
        var found = await remembered.FindAsync(new(what), context.Features.Get<Rendering>() ?? new Rendering(remembered.Turn), async made =>
        {
            var article = await At.FirstAsync(lines, path);
            // One leaves its address before another can have it: both are changes of the article.
            if (article is not null) made.DependOn(EditionNames.Article(article.Id));
            return article;
        });
        context.Items[what] = found;
        return found;
    }
}

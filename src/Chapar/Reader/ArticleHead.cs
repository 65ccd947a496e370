namespace Chapar.Reader;

/// <summary>What an article's head says to machines.</summary>
static class ArticleHead
{
    public static void Fill(ArticleModel page)
    {
        page.Head.Title = page.Article.Headline;
        page.Head.Description = page.Article.Deck;
        page.Head.Canonical = page.Article.Path;
        page.Head.Type = "article";
        if (page.Translations.Count > 0)
            page.Head.Translations = [(page.Language, page.Article.Path!), .. page.Translations.Select(t => (t.Language, t.Path))];
    }
}

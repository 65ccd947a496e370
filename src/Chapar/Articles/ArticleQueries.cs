namespace Chapar.Articles;

/// <summary>The questions that pages, feeds, sitemaps and exports ask. <see cref="Published"/> is the only door to public articles.</summary>
public static class ArticleQueries
{
    public static IQueryable<Article> Published(this IQueryable<Article> articles) => articles.Where(a => a.Status == ArticleStatus.Published);

    public static IQueryable<Article> InLanguage(this IQueryable<Article> articles, string language) => articles.Where(a => a.Language == language);

    public static IQueryable<Article> InSection(this IQueryable<Article> articles, Guid section) => articles.Where(a => a.SectionId == section);

    public static IQueryable<Article> AboutPlace(this IQueryable<Article> articles, Guid place) => articles.Where(a => a.Places.Any(p => p.Id == place));

    public static IQueryable<Article> AboutTopic(this IQueryable<Article> articles, Guid topic) => articles.Where(a => a.Topics.Any(t => t.Id == topic));

    public static IQueryable<Article> By(this IQueryable<Article> articles, Guid author) => articles.Where(a => a.Bylines.Any(b => b.AuthorId == author));

    public static IQueryable<Article> Of(this IQueryable<Article> articles, Format format) => articles.Where(a => a.Format == format);

    public static IQueryable<Article> Between(this IQueryable<Article> articles, DateTime from, DateTime before) =>
        articles.Where(a => a.FirstPublishedAt >= from && a.FirstPublishedAt < before);

    /// <summary>Newest first; the id settles equal times, so that pages of a list never share an article.</summary>
    public static IQueryable<Article> Newest(this IQueryable<Article> articles) => articles.OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id);

    public static IQueryable<Article> Oldest(this IQueryable<Article> articles) => articles.OrderBy(a => a.FirstPublishedAt).ThenBy(a => a.Id);
}

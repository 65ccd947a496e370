using Chapar.Authors;
using Chapar.Sections;

namespace Chapar.Articles;

/// <summary>The questions that pages, feeds, sitemaps and exports ask. <see cref="Published"/> is the only door to public articles.</summary>
public static class ArticleQueries
{
    public static IQueryable<Article> Published(this IQueryable<Article> articles) => articles.Where(a => a.Status == ArticleStatus.Published);

    public static IQueryable<Article> InLanguage(this IQueryable<Article> articles, string language) => articles.Where(a => a.Language == language);

    public static IQueryable<Article> In(this IQueryable<Article> articles, Section section) => articles.Where(a => a.SectionId == section.Id);

    public static IQueryable<Article> About(this IQueryable<Article> articles, Place place) => articles.Where(a => a.Places.Any(p => p.Id == place.Id));

    public static IQueryable<Article> About(this IQueryable<Article> articles, Topic topic) => articles.Where(a => a.Topics.Any(t => t.Id == topic.Id));

    public static IQueryable<Article> By(this IQueryable<Article> articles, Author author) => articles.Where(a => a.Bylines.Any(b => b.AuthorId == author.Id));

    public static IQueryable<Article> Of(this IQueryable<Article> articles, Format format) => articles.Where(a => a.Format == format);

    public static IQueryable<Article> Between(this IQueryable<Article> articles, DateTime from, DateTime before) =>
        articles.Where(a => a.FirstPublishedAt >= from && a.FirstPublishedAt < before);

    /// <summary>Newest first; the id settles equal times, so that pages of a list never share an article.</summary>
    public static IQueryable<Article> Newest(this IQueryable<Article> articles) => articles.OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id);

    public static IQueryable<Article> Oldest(this IQueryable<Article> articles) => articles.OrderBy(a => a.FirstPublishedAt).ThenBy(a => a.Id);
}

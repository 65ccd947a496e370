using System.Text.Json.Nodes;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>What an article's head says to machines: the same headline, names and times that the page shows.</summary>
static class ArticleHead
{
    /// <summary>Width of pictures for previews, where the picture is as wide (Google Discover, Open Graph).</summary>
    const int PreviewWidth = 1200;

    /// <summary>schema.org's kinds of news articles that ours are, beside NewsArticle, which every reader knows.</summary>
    static string? Subtype(Format format) => format switch
    {
        Format.Analysis => "AnalysisNewsArticle",
        Format.Opinion => "OpinionNewsArticle",
        Format.Explainer => "BackgroundNewsArticle",
        Format.Feature or Format.PhotoEssay => "ReportageNewsArticle",
        _ => null,
    };

    public static void Fill(ArticleModel page)
    {
        var (article, head, dates) = (page.Article, page.Head, page.Dates);
        head.Title = article.Headline;
        head.Description = page.Begins;
        head.Canonical = article.Path;
        head.Type = "article";
        if (page.Translations.Count > 0)
            head.Translations = [(page.Language, article.Path), .. page.Translations.Select(t => (t.Language, t.Path))];
        if (page.Lead is { } lead)
        {
            const int Social = Renditions.SocialWidth;
            head.Image = (Renditions.Address(lead, Shape.Social, Social, "jpg"), Social, Renditions.Height(lead, Shape.Social, Social), page.LeadAlternativeText);
        }
        head.Meta.Add(("author", string.Join(", ", page.Signatures.Select(s => s.Name).Distinct())));
        head.Meta.Add(("article:published_time", dates.Machine(article.FirstPublishedAt)));
        head.Meta.Add(("article:modified_time", dates.Machine(article.UpdatedAt)));
        head.Meta.Add(("article:section", article.SectionName[page.Language]));
        head.Meta.AddRange(page.Places.Concat(page.Topics).Select(l => ("article:tag", l.Name)));
        LinkedData.Add(page, Describe(page));
        LinkedData.Add(page, LinkedData.Breadcrumbs(page, (article.SectionName[page.Language], page.SectionPath), (article.Headline, article.Path)));
    }

    static JsonObject Describe(ArticleModel page)
    {
        var (article, dates) = (page.Article, page.Dates);
        var url = page.Absolute(article.Path);
        var json = new JsonObject
        {
            ["@type"] = Subtype(article.Format) is { } subtype ? LinkedData.Texts(["NewsArticle", subtype]) : "NewsArticle",
            ["@id"] = url + "#article",
            ["mainEntityOfPage"] = url,
            ["url"] = url,
            ["headline"] = article.Headline,
            ["description"] = article.Deck,
            ["datePublished"] = dates.Machine(article.FirstPublishedAt),
            ["dateModified"] = dates.Machine(article.UpdatedAt),
            ["author"] = new JsonArray([.. page.Authors.Select(a => LinkedData.Author(page, a))]),
            ["publisher"] = LinkedData.Publisher(page.Publication),
            ["inLanguage"] = page.Language,
            ["articleSection"] = article.SectionName[page.Language],
            ["keywords"] = LinkedData.Texts(page.Places.Concat(page.Topics).Select(l => l.Name)),
            ["isAccessibleForFree"] = true,
            ["wordCount"] = page.WordCount,
        };
        if (page.Lead is { } lead) json["image"] = Images(page, lead);
        if (page.Corrections.Count > 0) json["correction"] = new JsonArray([.. page.Corrections.Select(c => Correction(c, dates))]);
        if (article.Id == article.TranslationGroup && page.Translations.Count > 0)
            json["workTranslation"] = new JsonArray([.. page.Translations.Select(t => Translation(page, t.Language, t.Path, t.Headline))]);
        else if (page.Original is ({ } language, var path, var headline))
            json["translationOfWork"] = Translation(page, language, path, headline);
        return json;
    }

    /// <summary>The whole picture and its cut to 3:2, each as wide as there is up to 1200 pixels, and the one for previews, which has one width.</summary>
    static JsonArray Images(ArticleModel page, PictureFace lead)
    {
        var widest = Width(lead);
        return new([.. new[] { (Shape.Whole, widest), (Shape.Card, widest), (Shape.Social, Renditions.SocialWidth) }.Select(JsonNode (one) => new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = page.Absolute(Renditions.Address(lead, one.Item1, one.Item2, "jpg")),
            ["width"] = one.Item2,
            ["height"] = Renditions.Height(lead, one.Item1, one.Item2),
            ["creditText"] = page.Article.Lead!.Credit,
        })]);
    }

    static JsonNode Correction(StoryCorrection correction, Dates dates) => new JsonObject
    {
        ["@type"] = "CorrectionComment",
        ["text"] = correction.Text,
        ["datePublished"] = dates.Machine(correction.At),
    };

    static JsonObject Translation(ReaderPage page, string language, string path, string headline) => new()
    {
        ["@type"] = "NewsArticle",
        ["@id"] = page.Absolute(path) + "#article",
        ["url"] = page.Absolute(path),
        ["headline"] = headline,
        ["inLanguage"] = language,
    };

    static int Width(PictureFace picture)
    {
        var widths = Renditions.WidthsOf(picture);
        return widths.Last(w => w <= PreviewWidth || w == widths[0]);
    }
}

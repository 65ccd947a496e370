using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Sections;
using Chapar.Text;

namespace Chapar.Tests.Reader;

/// <summary>A newspaper in all seven languages: one story in each, translations of each other, and one in Russian only.</summary>
static class SevenLanguages
{
    public static IReadOnlyDictionary<string, string> Headlines { get; } = new Dictionary<string, string>
    {
        ["en"] = "The river rises",
        ["ru"] = "Река поднимается",
        ["kk"] = "Өзен суы көтерілді",
        ["ky"] = "Дарыянын суусу көтөрүлдү",
        ["uz"] = "Daryo suvi koʻtarildi, 1-oktabr",
        ["tg"] = "Оби дарё баланд шуд",
        ["tk"] = "Derýanyň suwy galdy",
    };

    public static IEnumerable<KeyValuePair<string, string?>> Settings(params IReadOnlyList<string> languages) =>
        languages.Select((language, i) => KeyValuePair.Create($"publication:languages:{i}", (string?)language));

    public static string Path(string language) => $"{(language == "en" ? "" : "/" + language)}/2026/11/river";

    public static string OnlyRussian => "/ru/2026/11/only";

    /// <param name="languages">Of the newspaper, the first is English.</param>
    public static async Task<Site> StartAsync(params IReadOnlyList<string> languages)
    {
        var site = await Site.StartAsync(Settings(languages.Count > 0 ? languages : Languages.All));
        var politics = new Section("politics", LocalText.Of([new("en", "Politics"), new("ru", "Политика"), new("kk", "Саясат"), new("uz", "Siyosat")]), position: 1);
        var author = new Author("aigul", LocalText.Of([new("en", "Aigul Sadyk"), new("kk", "Айгүл Садық")]));
        author.Introduce(LocalText.Of("en", "Correspondent"), LocalText.Of("en", "Aigul writes about rivers."));
        var osh = new Place("osh", LocalText.Of([new("en", "Osh"), new("ru", "Ош")]));
        var water = new Topic("water", LocalText.Of("ru", "Вода"));
        await site.ChangeAsync(db =>
        {
            db.AddRange(politics, author, osh, water);
            Guid? group = null;
            foreach (var (language, headline) in Headlines)
            {
                var article = Write(language, headline, Path(language), group);
                group ??= article.TranslationGroup;
                db.Add(article);
            }
            db.Add(Write("ru", "Только по-русски", OnlyRussian, null));
            return Task.CompletedTask;
        });
        return site;

        Article Write(string language, string headline, string path, Guid? group)
        {
            var article = new Article(language, Format.News, site.Now, group);
            var quoted = new TextRun("Вода прибывает, Washington Post", [new LanguageMark("ru")]);
            article.Write(headline, headline + ".", new BodyTree([new Paragraph([new TextRun(headline + ". "), quoted, new TextRun(" kun.uz 2026")])]), site.Now);
            article.FileUnder(politics, site.Now);
            article.Sign([(author, BylineRole.Writer)], site.Now);
            article.Locate([osh], site.Now);
            article.Tag([water], site.Now);
            Assert.Null(article.Publish(path, "test", site.Now, site.Now.AddMinutes(-5)));
            return article;
        }
    }

    /// <summary>The language of an element as its nearest "lang" says.</summary>
    public static string Language(AngleSharp.Dom.IElement element) => element.Closest("[lang]")!.GetAttribute("lang")!;

    public static IEnumerable<(string?, string?)> Alternates(IHtmlDocument page) => page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href")));
}

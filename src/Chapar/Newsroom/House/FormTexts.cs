using Chapar.Text;

namespace Chapar.Newsroom.House;

/// <summary>Texts in several languages as forms send them: a field "name.en" for each language of the publication.</summary>
static class FormTexts
{
    /// <summary>What was typed, over what stood there: a language that the publication has given up keeps its text.</summary>
    public static LocalText Read(this NewsroomPage page, string field, LocalText before) =>
        page.Publication.Languages.Aggregate(before, (text, language) => text.With(language, page.Request.Form[$"{field}.{language}"]));

    /// <summary>The slug that was typed, or else one made of the name.</summary>
    public static string SlugOf(this NewsroomPage page, string? typed, LocalText name) =>
        Slug.Of(string.IsNullOrWhiteSpace(typed) ? name[page.Publication.MainLanguage] : typed);

    public static IEnumerable<string> Prefixes(this NewsroomPage page) => page.Publication.Languages.Select(page.Publication.Prefix);
}

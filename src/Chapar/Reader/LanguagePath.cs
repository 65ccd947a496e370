using Chapar.Settings;
using Chapar.Text;
using Chapar.Text.Scripts;

namespace Chapar.Reader;

/// <summary>
/// The language of a reader's page is the first part of its address; none stands for the main language. It is taken off
/// the path (and put on the path base) before routing, so that each page has one route.
/// </summary>
public sealed class LanguagePath(RequestDelegate next, Publication publication)
{
    const string Item = "chapar.language";

    public static string Of(HttpContext context, Publication publication) => context.Items[Item] as string ?? publication.MainLanguage;

    /// <summary>What stands at the address says its language itself: an article keeps its address when another language becomes the main one.</summary>
    public static void Take(HttpContext context, string language) => context.Items[Item] = language;

    /// <summary>"tg" and "/2026/11/bread" of "/tg/2026/11/bread", when the newspaper does not appear in it; "/uz-cyrl" is Uzbek too.</summary>
    /// <param name="path">The whole path.</param>
    public static (string Language, string Page)? Off(string path, Publication publication)
    {
        if (path.Split('/') is not [_, var first, ..]) return null;
        var language = OtherScript.Tagged(first)?.Language ?? first;
        return Languages.IsKnown(language) && !publication.Languages.Contains(language) ? (language, path[(first.Length + 1)..]) : null;
    }

    /// <summary>Where an article of a language may stand: as addresses of the language begin now, then as they do where it is the main one, or is not.</summary>
    /// <param name="page">Without the language.</param>
    public static string[] Forms(Publication publication, string language, string page) =>
        publication.Prefix(language) is { Length: > 0 } prefix ? [prefix + page, page] : [page, $"/{language}{page}"];

    /// <summary>The path of an article without its language, whether or not that was the main one when it was published.</summary>
    public static string Without(string language, string path) => path.StartsWith($"/{language}/", StringComparison.Ordinal) ? path[(language.Length + 1)..] : path;

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        // "OPTIONS *" has no path at all.
        var slash = path.Length > 1 ? path.IndexOf('/', 1) : -1;
        var end = slash < 0 ? path.Length : slash;
        var first = path.Length > 1 ? path[1..end] : "";
        if (first.Length == 2 && first != publication.MainLanguage && publication.Languages.Contains(first))
        {
            context.Items[Item] = first;
            context.Request.PathBase = context.Request.PathBase.Add("/" + first);
            context.Request.Path = end == path.Length ? "/" : path[end..];
        }
        return next(context);
    }
}

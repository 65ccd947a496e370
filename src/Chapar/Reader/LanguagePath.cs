using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>
/// The language of a reader's page is the first part of its address; none stands for the main language. It is taken off
/// the path (and put on the path base) before routing, so that each page has one route.
/// </summary>
public sealed class LanguagePath(RequestDelegate next, Publication publication)
{
    const string Item = "chapar.language";

    public static string Of(HttpContext context, Publication publication) => context.Items[Item] as string ?? publication.MainLanguage;

    /// <summary>"tg" of "/tg/2026/11/bread", when the newspaper does not appear in it.</summary>
    /// <param name="path">The whole path.</param>
    public static string? Off(string path, Publication publication) =>
        path.Split('/') is [_, var first, ..] && Languages.IsKnown(first) && !publication.Languages.Contains(first) ? first : null;

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

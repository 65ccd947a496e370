namespace Chapar.Articles.Body;

/// <summary>
/// A body as the site's HTML. <see cref="HtmlToBody"/> understands everything written here, so that copying from the site and
/// pasting into the editor loses nothing.
/// </summary>
public static class BodyHtml
{
    /// <summary>The HTML of a body, a line for each block. Conforming inside any element that takes flow content after an h1.</summary>
    public static string Render(BodyTree body, BodyContext context) => new SiteHtml(context).Render(body);
}

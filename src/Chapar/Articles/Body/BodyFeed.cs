namespace Chapar.Articles.Body;

/// <summary>A body as the content of a feed's item.</summary>
public static class BodyFeed
{
    /// <param name="site">The address of the publication's front page, with a slash at the end.</param>
    public static string Render(BodyTree body, BodyContext context, Uri site) => new PlainHtml(context, site, forMail: false).Render(body);
}

/// <summary>A body inside a mail message.</summary>
public static class BodyMail
{
    /// <param name="site">The address of the publication's front page, with a slash at the end.</param>
    public static string Render(BodyTree body, BodyContext context, Uri site) => new PlainHtml(context, site, forMail: true).Render(body);
}

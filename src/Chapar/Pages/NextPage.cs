namespace Chapar.Pages;

/// <summary>
/// Rules by which a browser fetches the page that a reader is about to open (Speculation Rules, html.spec.whatwg.org): from the moment that the finger or
/// the mouse button is down on a link, so that it is as new as one fetched at the click, and hardly ever in vain. In a file of its own, which comes
/// once, and not in every page.
/// </summary>
public static class NextPage
{
    public const string Header = "Speculation-Rules", Path = "/next-page.json", ContentType = "application/speculationrules+json";

    /// <summary>The value of the header.</summary>
    public const string Reference = $"\"{Path}\"";

    /// <summary>Pages only, and none of those that are made for one reader or for who saves data.</summary>
    public const string Rules =
        """
        {"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/newsroom*","/api/*","/media/*","/text/*","/full/*","/*.xml","/*.json","/*.csv"]}},{"not":{"selector_matches":"[rel~=nofollow]"}}]},"eagerness":"conservative"}]}
        """;
}

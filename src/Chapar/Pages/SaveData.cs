namespace Chapar.Pages;

/// <summary>
/// A reader whose browser is told to save data says so with each request (wicg.github.io/savedata): <c>Save-Data: on</c>. They are answered with the text
/// edition at the same address, which is kept beside the full one.
/// </summary>
public static class SaveData
{
    public const string Header = "Save-Data";

    /// <summary>What pages differ by. Caches outside that do not heed it are told by <see cref="ForThemAlone"/>.</summary>
    public const string Vary = "Accept-Encoding, " + Header;

    /// <summary>
    /// The caching of an answer to who saves data. Some caches outside heed no Vary but that of encodings: kept there, it would be handed to
    /// everybody. The other way round nobody is harmed: who saves data gets the full page from such a cache, with the link to the text edition.
    /// </summary>
    public const string ForThemAlone = "private, max-age=0, must-revalidate";

    public static bool IsAsked(IHeaderDictionary request) =>
        request.TryGetValue(Header, out var values) && values.ToString() is var said && said.StartsWith("on", StringComparison.OrdinalIgnoreCase) && (said.Length == 2 || said[2] is ';' or ',');

    /// <summary>Under which the page is kept. Every address begins with a slash, however it is escaped, so that none is the key of what is saved.</summary>
    public static string Key(string address, bool isSaved) => isSaved ? "saved " + address : address;
}

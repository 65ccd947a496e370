namespace Chapar.Export;

/// <summary>What the site says to an address; the body is written where the asker wants it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Where a redirect leads; null without one.</param>
/// <param name="Names">Edition names of all that the page depends on; empty when it did not say.</param>
/// <param name="GoodUntil">UTC; null while nothing but a change makes it untrue.</param>
public sealed record SiteAnswer(int Status, string ContentType, string? Location, IReadOnlyCollection<string> Names, DateTime? GoodUntil);

/// <summary>The site, with how often each edition name has changed, read before the first page is asked for.</summary>
public sealed record OpenSite(AskSite Ask, IReadOnlyDictionary<string, long> Numbers);

/// <summary>Asks the site for an address (encoded as in a link) and writes the body.</summary>
public delegate Task<SiteAnswer> AskSite(string address, Stream body, CancellationToken stop);

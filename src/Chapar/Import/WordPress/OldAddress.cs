using System.Globalization;

namespace Chapar.Import.WordPress;

/// <summary>
/// Addresses of the old site as paths of this one: decoded, lower case, without host, doubled or trailing slashes and
/// "index.php", which is how the reading site asks for them.
/// </summary>
public sealed class OldAddress
{
    /// <summary>Parameters by which WordPress names things, in the order in which the reading site writes them.</summary>
    static readonly string[] naming = ["p", "page_id", "attachment_id", "cat", "tag", "author", "m", "feed"];

    const int MostHosts = 12;

    readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    readonly string mainLanguage;

    /// <param name="siteUrl">Front of the old site: "https://example.org/news".</param>
    /// <param name="mainLanguage">Its prefix is not written in our addresses.</param>
    public OldAddress(string siteUrl, string mainLanguage)
    {
        this.mainLanguage = mainLanguage;
        Base = "";
        if (Uri.TryCreate(siteUrl, UriKind.Absolute, out Uri? site) && site.Host.Length > 0)
        {
            AddHost(site.Host);
            Base = Clean(site.AbsolutePath).TrimEnd('/');
        }
    }

    /// <summary>Folder the old site lived in: "" or "/news".</summary>
    public string Base { get; }

    /// <summary>Sites answer with and without "www."; some have had a second domain.</summary>
    public void AddHost(string host)
    {
        if (hosts.Count >= MostHosts || hosts.Contains(host))
            return;
        string bare = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        hosts.Add(bare);
        hosts.Add("www." + bare);
    }

    public bool IsOwn(string host) => hosts.Contains(host);

    /// <summary>The path of an address of the old site: "/2020/01/slug"; null when it is of another site or no web address.</summary>
    public string? PathOf(string address) => Split(address) is var (path, _) ? Clean(path) : null;

    /// <summary>The form under which a redirect from this address is kept: "/2020/01/slug", "/?p=12"; null as for <see cref="PathOf"/>.</summary>
    public string? KeyOf(string address)
    {
        if (Split(address) is not var (path, query))
            return null;
        string named = NamingQuery(query);
        return named.Length == 0 ? Clean(path) : Clean(path) + named;
    }

    /// <summary>The redirect key of "?p=12" and the like at the old site's front.</summary>
    public string ByQuery(string name, long id) => string.Create(CultureInfo.InvariantCulture, $"{(Base.Length == 0 ? "/" : Base)}?{name}={id}");

    (string Path, string Query)? Split(string address)
    {
        address = address.Trim();
        if (address.Length == 0 || address[0] == '#')
            return null;
        if (address.StartsWith("//", StringComparison.Ordinal))
            address = "https:" + address;
        string rest = address;
        if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || !hosts.Contains(uri.Host))
                return null;
            rest = uri.PathAndQuery;
        }
        else if (address[0] is not ('/' or '?'))
        {
            return null;
        }
        rest = rest.Split('#')[0];
        int query = rest.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (rest, "") : (rest[..query], rest[(query + 1)..]);
    }

    static string NamingQuery(string query)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (string pair in query.Replace("&amp;", "&", StringComparison.Ordinal).Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split('=', 2) is [var name, var value])
                given.TryAdd(name, Uri.UnescapeDataString(value).ToLowerInvariant());
        string named = string.Join('&', naming.Where(given.ContainsKey).Select(name => $"{name}={given[name]}"));
        return named.Length == 0 ? "" : "?" + named;
    }

    /// <summary>A path as the reading site looks it up.</summary>
    public string Clean(string path)
    {
        string decoded = Uri.UnescapeDataString(path).ToLowerInvariant();
        string clean = "/" + string.Join('/', decoded.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (clean == "/index.php" || clean.StartsWith("/index.php/", StringComparison.Ordinal))
            clean = clean.Length == 10 ? "/" : clean[10..];
        if (clean == "/" + mainLanguage)
            return "/";
        return clean.StartsWith($"/{mainLanguage}/", StringComparison.Ordinal) ? clean[(mainLanguage.Length + 1)..] : clean;
    }
}

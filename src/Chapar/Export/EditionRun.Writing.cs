using System.Security.Cryptography;
using System.Text;
using Chapar.Settings;

namespace Chapar.Export;

/// <summary>One address: asked, its links turned to files, written.</summary>
sealed partial class EditionRun
{
    /// <param name="number">Of the address.</param>
    /// <param name="dead">Numbers of addresses at which nothing stands.</param>
    /// <param name="sheet">What it is written on.</param>
    /// <param name="stop">Ends it.</param>
    async Task<KnownAddress> AskAsync(int number, int[] dead, EditionSheet sheet, CancellationToken stop)
    {
        var address = addresses[number];
        var file = FileOf(number);
        sheet.Answer.SetLength(0);
        SiteAnswer answer;
        try
        {
            answer = await ask(new PathString(address).ToUriComponent(), sheet.Answer, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failed.Add($"{address}: {e.Message}");
            return Nothing(500);
        }
        HashSet<int> links = [];
        ReadOnlyMemory<byte> bytes;
        switch (answer.Status)
        {
            case >= 300 and < 400 when Own(answer.Location ?? "") is { } to:
                links.Add(addresses.NumberOf(to.Address));
                bytes = Encoding.UTF8.GetBytes(LeadOn(EditionPath.Link(file, FileOf(addresses.NumberOf(to.Address))) + to.Place));
                break;
            case 200 when answer.ContentType.StartsWith("text/html", StringComparison.Ordinal):
                bytes = sheet.WithLinks((element, link) => Turn(link, element is "a" or "area"));
                AddNamed(NamedFiles.HeadOf(sheet.AsItCame.Span));
                break;
            case 200 when answer.ContentType.StartsWith("text/css", StringComparison.Ordinal):
                bytes = Encoding.UTF8.GetBytes(EditionLinks.InCss(Encoding.UTF8.GetString(sheet.AsItCame.Span), link => Turn(link, false)));
                break;
            case StatusCodes.Status404NotFound when address == NotFound:
                bytes = sheet.WithLinks((_, link) => TurnWhole(link));
                AddNamed(NamedFiles.HeadOf(sheet.AsItCame.Span));
                break;
            case 200:
                bytes = sheet.AsItCame;
                if (answer.ContentType.Contains("xml", StringComparison.Ordinal) || answer.ContentType.Contains("json", StringComparison.Ordinal)) AddNamed(bytes.Span);
                if (IsSitemap(address)) links.UnionWith(InSitemap(sheet.Answer));
                break;
            default:
                if (answer.Status >= 500) failed.Add($"{address}: the site answered {answer.Status}");
                return Nothing(answer.Status);
        }
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var written = IsWritten(file, address, digest) ?? Write(file, bytes.Span);
        return new(file, answer.Status, bytes.Length, written, digest, answer.GoodUntil, [.. answer.Names.Select(names.NumberOf)], [.. links.Order()], dead);

        static KnownAddress Nothing(int status) => new(null, status, 0, 0, "", null, [], [], []);

        // Previews and feeds name pictures by the whole address, which stays as it is; the files must be there all the same.
        void AddNamed(ReadOnlySpan<byte> text)
        {
            foreach (var link in named.In(text))
                if (Own(link) is { Query: "" } to && !IsAsked(to.Address)) links.Add(addresses.NumberOf(to.Address));
        }

        // What is to stand in the place of a link; null where it stays.
        string? Turn(string link, bool isForReaders)
        {
            // Head and feeds name the whole address on purpose; so does who leads to another copy.
            if (Own(link) is not { } to || (!link.StartsWith('/') && (!isForReaders || of.IsElsewhere(link)))) return null;
            if (to.Query.Length > 0 || IsAsked(to.Address)) return AtHome(to.Address, to.Query + to.Place);
            var target = addresses.NumberOf(to.Address);
            links.Add(target);
            return dead.Contains(target) ? AtHome(to.Address, to.Place) : EditionPath.Link(file, FileOf(target)) + to.Place;
        }

        // A server answers with this page at any address: a link from it must name the whole way.
        string? TurnWhole(string link)
        {
            if (Own(link) is not { } to || !link.StartsWith('/')) return null;
            var target = addresses.NumberOf(to.Address);
            links.Add(target);
            return $"{baseUrl}/{EditionPath.Link("", FileOf(target))}{to.Place}";
        }
    }

    /// <summary>The file of an address, by its number: each is named by hundreds of pages.</summary>
    string FileOf(int number) => fileNames.GetOrAdd(number, static (number, all) => EditionPath.FileOf(all[number]), addresses);

    /// <summary>What servers of files answer with where there is none.</summary>
    public const string NotFound = "/404.html";

    /// <summary>What no file can answer, the newspaper itself can.</summary>
    string AtHome(string address, string rest) => of.MainUrl + new PathString(address).ToUriComponent() + rest;

    /// <summary>What answers questions, and so is no file.</summary>
    static bool IsAsked(string address) => address.StartsWith("/api/", StringComparison.Ordinal) || address.EndsWith("/search", StringComparison.Ordinal) || address.Contains("/search/", StringComparison.Ordinal)
        || address.EndsWith("/rates/convert", StringComparison.Ordinal) || address.EndsWith("/rates/on", StringComparison.Ordinal);

    /// <summary>The parts of a link of ours, the address decoded; null of all others.</summary>
    (string Address, string Query, string Place)? Own(string link)
    {
        if (link.StartsWith(baseUrl, StringComparison.OrdinalIgnoreCase) && (link.Length == baseUrl.Length || link[baseUrl.Length] is '/' or '?' or '#')) link = link.Length == baseUrl.Length ? "/" : link[baseUrl.Length..];
        if (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal)) return null;
        var place = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? link[hash..] : "";
        link = link[..^place.Length];
        var query = link.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? link[mark..] : "";
        return (Uri.UnescapeDataString(link[..^query.Length]), query, place);
    }

    bool IsSitemap(string address) => of.Prefixes.Any(prefix => address == prefix + "/sitemap.xml" || address.StartsWith(prefix + "/sitemaps/", StringComparison.Ordinal));

    IEnumerable<int> InSitemap(MemoryStream body)
    {
        body.Position = 0;
        foreach (var place in System.Xml.Linq.XDocument.Load(body).Descendants().Where(e => e.Name.LocalName == "loc"))
            if (Own(place.Value.Trim()) is { Query: "" } to) yield return addresses.NumberOf(to.Address);
    }

    /// <summary>A page of nothing but the way on, for an address that leads elsewhere.</summary>
    static string LeadOn(string to)
    {
        var link = System.Net.WebUtility.HtmlEncode(to);
        return $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{link}</title><meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0; url={link}\"><p><a href=\"{link}\">{link}</a></p></html>\n";
    }

    /// <summary>When the file was written, if it stands there with this content; null when it does not.</summary>
    long? IsWritten(string file, string address, string digest) =>
        beforeByAddress.TryGetValue(address, out var then) && before.Known.TryGetValue(then, out var known) && known.File == file && known.Digest == digest && known.Stands(folder) ? known.WrittenAt : null;

    long Write(string file, ReadOnlySpan<byte> bytes)
    {
        journal.Name(file);
        var path = Path.Combine(folder, file);
        var at = WholeFile.Write(path, bytes);
        Interlocked.Increment(ref written);
        return at.Ticks;
    }
}

using System.Text;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing.Links;

/// <summary>Says that some links are being asked now: the list is not yet whole.</summary>
public sealed record PendingPoint(Sentence Text) : CheckPoint(CheckKind.Pending, Text);

/// <summary>What the checklist says of the links of a story: those of ours are looked up, those of others asked.</summary>
public sealed class LinkCheck(LinkDesk desk, Publication publication)
{
    /// <summary>More links than a story has; a list of addresses is not checked whole.</summary>
    const int Most = 200;

    /// <param name="Text">What readers press.</param>
    /// <param name="IsShown">An embed: of sites that turn machines away in many ways, so that only "not found" and "gone" are believed.</param>
    sealed record Link(string Text, string Address, bool IsShown = false)
    {
        public bool IsDead(LinkAnswer answer) => answer.Outcome != LinkOutcome.Answers && (!IsShown || answer.Status is 404 or 410 || answer.Outcome == LinkOutcome.NoSite);
    }

    public async Task<IReadOnlyList<CheckPoint>> OfAsync(NewsDb db, Article article, CancellationToken stop)
    {
        List<CheckPoint> points = [];
        // The address of each link that leads somewhere at all: what leads nowhere is said already.
        var links = Links(article.Body).Select(link => link with { Address = Href.Clean(link.Address) ?? "" }).Where(link => link.Address.Length > 0).DistinctBy(link => link.Address).Take(Most).ToList();
        var own = links.Select(link => (link.Text, Path: PathOf(link.Address))).Where(link => link.Path is not null).ToList();
        // Stories are what is linked to most: all of them in one question.
        List<string> paths = [.. own.Select(link => link.Path!)];
        var stories = await db.Articles.Where(a => paths.Contains(a.Path!)).Select(a => new { a.Path, a.Status }).ToDictionaryAsync(a => a.Path!, a => a.Status, StringComparer.Ordinal, stop);
        foreach (var (text, path) in own)
        {
            var wrong = stories.TryGetValue(path!, out var status) && status != ArticleStatus.Draft ? status == ArticleStatus.Withdrawn ? "link.withdrawn" : null : await OwnAsync(db, path!, stop);
            if (wrong is not null) points.Add(new CheckPoint(CheckKind.LinkDead, new Sentence(wrong, text, path!)));
        }
        // The server is asked for a page, not for a place in it.
        var outside = links.Where(link => PathOf(link.Address) is null && IsOutside(link.Address)).Select(link => link with { Address = link.Address.Split('#')[0] }).DistinctBy(link => link.Address).ToList();
        var (known, pending) = await desk.LookAsync(db, [.. outside.Select(link => link.Address)], stop);
        foreach (var link in outside)
            if (known.TryGetValue(link.Address, out var answer) && link.IsDead(answer))
                points.Add(new CheckPoint(CheckKind.LinkDead, new Sentence("link.dead", link.Text, answer.Status is { } code ? code : new Sentence($"link.{answer.Outcome}"))));
        if (pending > 0) points.Add(new PendingPoint(Sentence.OfCount("link.pending", pending)));
        return points;
    }

    /// <summary>Null when something of ours stands there, or readers are led on from there.</summary>
    static async Task<string?> OwnAsync(NewsDb db, string path, CancellationToken stop)
    {
        if (await Addresses.StandingAsync(db, path, stop) != Standing.Nothing) return null;
        return await db.Redirects.AnyAsync(r => r.From == path && r.To != null, stop) ? null : "link.own";
    }

    /// <summary>The path of an address of ours as the reading site looks it up; null when it is another's.</summary>
    string? PathOf(string address)
    {
        if (address.StartsWith(publication.BaseUrl, StringComparison.OrdinalIgnoreCase) && (address.Length == publication.BaseUrl.Length || address[publication.BaseUrl.Length] is '/' or '?' or '#')) address = "/" + address[publication.BaseUrl.Length..].TrimStart('/');
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)) return null;
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]).ToLowerInvariant().TrimEnd('/');
        return path.Length == 0 ? "/" : path;
    }

    static bool IsOutside(string address) => Encoding.UTF8.GetByteCount(address) <= LinkAnswer.LongestAddress && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Words that lead somewhere, cards, files, and what is shown from another site.</summary>
    static IEnumerable<Link> Links(BodyTree body)
    {
        foreach (var node in body.Nodes.SelectMany(TreeWalk.Descend))
        {
            if (node is LinkCard { Article: null, Href: { } card } shown) yield return new(shown.Title ?? card, card);
            else if (node is FileBlock file) yield return new(file.Name, file.Href);
            else if (node is Embed embed) yield return new(embed.Title ?? embed.Url, embed.Url, IsShown: true);
            else if (node is not Inline && TreeWalk.Children(node) is [Inline, ..] and var line)
                foreach (var pressed in Runs(line)) yield return pressed;
        }
    }

    /// <summary>A link whose words are partly bold is one link.</summary>
    static IEnumerable<Link> Runs(IReadOnlyList<Node> line)
    {
        Link? link = null;
        foreach (var node in line)
        {
            var href = (node as Inline)?.Marks.OfType<LinkMark>().FirstOrDefault()?.Href;
            if (link is not null && href != link.Address)
            {
                yield return link;
                link = null;
            }
            if (href is not null) link = (link ?? new Link("", href)) with { Text = (link?.Text ?? "") + ((node as TextRun)?.Text ?? " ") };
        }
        if (link is not null) yield return link;
    }
}

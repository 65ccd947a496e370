using System.Globalization;
using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Fronts;
using Chapar.Media;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>A list of articles: a section, place, topic, author, format, or the archive of a year or month.</summary>
public class ListModel(ReaderDesk desk) : ReaderPage(desk)
{
    /// <summary>"section", "place", "topic", "author", "format", "archive" or "all".</summary>
    public string Kind { get; private set; } = "";

    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>The languages of the two where they are not the page's.</summary>
    public (string? Title, string? Description) Lang { get; private set; }

    public IReadOnlyList<Teaser> Items { get; private set; } = [];
    public Pager Pager { get; private set; } = new(0, null, "/");

    /// <summary>On an author's list.</summary>
    public AuthorProfile? Author { get; private set; }

    public PictureFace? AuthorPhoto { get; private set; }

    /// <summary>What else a place, topic or author is called.</summary>
    public IReadOnlyList<OtherName> OtherNames { get; private set; } = [];

    /// <summary>What leads from here to neighbours: the years and months of the archive, places within a place.</summary>
    public IReadOnlyList<NavLink> Neighbours { get; private set; } = [];

    /// <summary>The front of a section's list; null on other lists.</summary>
    string? front;

    /// <summary>The edition name that is raised when another article belongs on the list, or one no longer.</summary>
    string listName = "";

    /// <summary>Who knows what stands on it, where it is of one thing.</summary>
    (ListMembers, Guid)? members;

    /// <summary>In all languages: the same list may exist in several.</summary>
    IQueryable<Article> Articles => Db.Articles.Published();

    /// <summary>What the archive and formats list: they are asked for in one language, by whose index they are read.</summary>
    IQueryable<Article> Newspaper => Articles.InLanguage(Language);

    public async Task<IActionResult> OnGetAsync(string? kind, string? slug, string? number, int? year, int? month)
    {
        Kind = kind ?? FromAddress();
        int? page = null;
        if (number is not null)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n.ToString(CultureInfo.InvariantCulture) != number) return NotFound();
            page = n;
        }
        var list = Kind switch
        {
            "section" => await SectionAsync(slug!),
            "place" => await PlaceAsync(slug!),
            "topic" => await TopicAsync(slug!),
            "author" => await AuthorAsync(slug!),
            "format" => FormatList(slug!),
            _ => await ArchiveAsync(year, month),
        };
        if (list is not ({ } articles, { } address)) return NotFound();
        var contents = await ListContents.OfAsync(this, address, listName, articles, members);
        var total = contents.Count(Language);
        Pager = new Pager(total, page, Prefix + address);
        if (!Pager.Exists)
        {
            // The next page is not full yet: its articles stand at the list's own address for now.
            if (page == Pager.Pages + 1 && total % Pager.Size > 0) return Redirect(Pager.Address);
            return NotFound();
        }
        // "/archive/2026/7" and "/archive/2026/07" would be two addresses of one list (D12).
        if (Request.PathBase + Request.Path != Pager.Here) return RedirectPermanent(Pager.Here);
        // What its editors put first stands on a section's own address only: the pages of its archive keep what they have.
        var first = front is not null && page is null ? (await this.SlotsAsync(front)).OrderBy(s => s.Key).Select(s => s.Value).ToList() : [];
        Items = [.. first, .. (await this.TeasersAsync(await contents.OnAsync(this, address, listName, articles, Pager))).ExceptBy(first.Select(t => t.Id), t => t.Id)];
        Head.Title = page is null ? Title : W.Fill("title-page", Title, page);
        Head.TitleLang = Lang.Title;
        Head.Description = Description.Length > 0 ? Description : W.Fill("list-description", Title, Publication.Name);
        Head.Canonical = Pager.Here;
        if (Kind is not ("format" or "archive"))
        {
            Head.Feeds = Pager.Address;
            if (page is null) Head.Translations = Translations(contents, address);
        }
        // A list without articles is a page for readers who follow a link to it, not one to be found.
        Head.NoIndex = total == 0;
        ListHead.Fill(this);
        return Kept();
    }

    /// <summary>The languages in which this list has articles, this one among them; none when it is the only one.</summary>
    IReadOnlyList<(string, string)> Translations(ListContents contents, string address)
    {
        var languages = Publication.Languages.Where(contents.HasAny).ToList();
        return languages.Count > 1 && languages.Contains(Language) ? [.. languages.Select(l => (l, Publication.Prefix(l) + address))] : [];
    }

    /// <summary>"/places/osh" is a place; only a section's address does not begin with its kind.</summary>
    string FromAddress() => HttpContext.Request.Path.Value!.Split('/')[1] switch
    {
        "places" => "place",
        "topics" => "topic",
        "authors" => "author",
        "formats" => "format",
        _ => "archive",
    };

    async Task<(Func<IQueryable<Article>>?, string?)> SectionAsync(string slug)
    {
        var section = await this.SectionAtAsync(slug);
        if (section is null) return default;
        DependOnList(EditionNames.Section(section.Id));
        members = (ListMembers.OfSection, section.Id);
        front = FrontSlot.Section(section.Id, Language);
        Describe(section);
        return (() => Articles.InSection(section.Id), $"/{slug}");
    }

    async Task<(Func<IQueryable<Article>>?, string?)> PlaceAsync(string slug)
    {
        if (await this.PlaceAtAsync(slug) is not ({ } place, { } near)) return default;
        DependOnList(EditionNames.Place(place.Id));
        members = (ListMembers.OfPlace, place.Id);
        Neighbours = [.. Sorted(near, p => p.Name).Select(this.PlaceLink)];
        Describe(place);
        OtherNames = await OtherName.OfAsync(this, place.Id, Title);
        return (() => Articles.AboutPlace(place.Id), $"/places/{slug}");
    }

    async Task<(Func<IQueryable<Article>>?, string?)> TopicAsync(string slug)
    {
        var topic = await this.TopicAtAsync(slug);
        if (topic is null) return default;
        DependOnList(EditionNames.Topic(topic.Id));
        members = (ListMembers.OfTopic, topic.Id);
        Describe(topic);
        OtherNames = await OtherName.OfAsync(this, topic.Id, Title);
        return (() => Articles.AboutTopic(topic.Id), $"/topics/{slug}");
    }

    async Task<(Func<IQueryable<Article>>?, string?)> AuthorAsync(string slug)
    {
        var author = await this.AuthorAtAsync(slug);
        if (author is null) return default;
        DependOnList(EditionNames.Author(author.Id));
        members = (ListMembers.OfAuthor, author.Id);
        Author = author;
        AuthorPhoto = author.Photo is { } photo && this.Shows(photo.Face.Id, photo.EndsAt) ? photo.Face : null;
        Title = author.Name[Language];
        OtherNames = await OtherName.OfAsync(this, author.Id, Title);
        Description = author.Biography[Language];
        Lang = (author.Name.Foreign(Language), author.Biography.Foreign(Language));
        Head.Type = "profile";
        return (() => Articles.By(author.Id), $"/authors/{slug}");
    }

    (Func<IQueryable<Article>>?, string?) FormatList(string slug)
    {
        if (Formats.FromSlug(slug) is not { } format) return default;
        DependOnNewest();
        Title = W[$"format.{slug}.many"];
        return (() => Newspaper.Of(format), $"/formats/{slug}");
    }

    async Task<(Func<IQueryable<Article>>?, string?)> ArchiveAsync(int? year, int? month)
    {
        DependOnNewest();
        var firstYear = Dates.Local(await this.FirstEverAsync() ?? Now).Year;
        var thisYear = Dates.Local(Now).Year;
        if (year is null)
        {
            Title = W["archive"];
            Neighbours = [.. Enumerable.Range(firstYear, thisYear - firstYear + 1).Reverse().Select(y => new NavLink($"{y}", $"{Prefix}/archive/{y}"))];
            return (() => Newspaper, "/archive");
        }
        if (year < firstYear || year > thisYear || month is < 1 or > 12) return default;
        Neighbours = [.. Enumerable.Range(1, 12).Select(m => new NavLink(Dates.Month(year.Value, m), $"{Prefix}/archive/{year}/{m:00}"))];
        Title = month is { } named ? Dates.Month(year.Value, named) : $"{year}";
        var from = new DateTime(year.Value, month ?? 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var before = month is null ? from.AddYears(1) : from.AddMonths(1);
        return (() => Newspaper.Between(TimeZoneInfo.ConvertTimeToUtc(from, Desk.Zone), TimeZoneInfo.ConvertTimeToUtc(before, Desk.Zone)),
            month is { } m ? $"/archive/{year}/{m:00}" : $"/archive/{year}");
    }

    void DependOnList(string of) => Rendering.DependOn([of, listName = EditionNames.ListOf(of)]);

    void DependOnNewest() => Rendering.DependOn(listName = EditionNames.Newest(Language));

    void Describe(FiledUnder filed)
    {
        Title = filed.Name[Language];
        Description = filed.Description[Language];
        Lang = (filed.Name.Foreign(Language), filed.Description.Foreign(Language));
    }
}

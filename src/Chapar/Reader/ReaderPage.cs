using Chapar.Database;
using Chapar.Pages;
using Chapar.Settings;
using Chapar.Text;
using Chapar.Text.Scripts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>What every page for readers has: its language, its words, the furniture, and what it depends on.</summary>
public abstract class ReaderPage(ReaderDesk desk) : PageModel
{
    public ReaderDesk Desk { get; } = desk;
    public NewsDb Db => Desk.Db;

    /// <summary>Where questions are asked: a context is made only for one that is none.</summary>
    public Asking Asking => Desk.Asking;
    public Publication Publication => Desk.Publication;

    /// <summary>The language of the page, from its address.</summary>
    public string Language => field ??= LanguagePath.Of(HttpContext, Publication);

    /// <summary>"" or "/ru": what the addresses of this language begin with.</summary>
    public string Prefix => field ??= Publication.Prefix(Language);

    /// <summary>The other script into which the page is put when it is made; null for the usual one.</summary>
    public OtherScript? Script => HttpContext.Features.Get<OtherScript>();

    /// <summary>BCP 47, for the whole page.</summary>
    public string Tag => Script?.Tag ?? Language;

    /// <summary>In the order in which readers of this page look for names: as they are written on it.</summary>
    public IEnumerable<T> Sorted<T>(IEnumerable<T> all, Func<T, LocalText> name) => all.OrderBy(one => Script?.Write(name(one)[Language]) ?? name(one)[Language], Collation.In(Tag));

    public Words W => field ??= Words.In(Language);

    public Dates Dates => field ??= new Dates(W, Desk.Zone, IsFile);

    /// <summary>The present instant, UTC; the same throughout one page.</summary>
    public DateTime Now => field == default ? field = Desk.Clock.GetUtcNow().UtcDateTime : field;

    /// <summary>Whether it becomes a file of the static edition.</summary>
    public bool IsFile => HttpContext.Features.Get<StaticEdition>() is not null;

    /// <summary>How much of it is answered.</summary>
    public Portion Portion => field ??= Portion.Of(HttpContext);

    /// <summary>Its usual address, as it was asked for.</summary>
    public string Here
    {
        get
        {
            var (start, path, query) = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } lost
                ? (lost.OriginalPathBase, lost.OriginalPath, lost.OriginalQueryString) : (Request.PathBase.Value, Request.Path.Value, Request.QueryString.Value);
            var whole = new PathString(start + (path == "/" ? "" : path));
            return (whole.HasValue ? whole.ToUriComponent() : "/") + query;
        }
    }

    /// <summary>Where else the edition can be read, for one that becomes a file.</summary>
    public IReadOnlyList<string> Elsewhere => HttpContext.Features.Get<StaticEdition>()?.Elsewhere ?? [];

    public Rendering Rendering { get => field ??= HttpContext.Features.Get<Rendering>()!; private set; }

    /// <summary>Reads a part that will be remembered: what the reading depends on is said of the part, and so of each page that it stands on.</summary>
    protected async Task<T> PartAsync<T>(Rendering made, Func<Task<T>> read)
    {
        var page = Rendering;
        Rendering = made;
        try
        {
            return await read();
        }
        finally
        {
            Rendering = page;
        }
    }

    public Furniture Furniture { get; protected set; } = Furniture.None;

    /// <summary>Whether something stands beside the main column. Said before the column begins, so that nothing moves when it comes.</summary>
    public virtual bool IsSided => false;

    /// <summary>What stands in the head for machines; each page fills in what is its own.</summary>
    public Head Head { get; } = new();

    /// <summary>Whether there is a choice of languages, or of scripts of the only one.</summary>
    public bool HasLanguages => Publication.Languages.Count > 1 || OtherScript.Of(Language) is not null;

    /// <summary>Where a language menu leads: this page in that language, or else its front.</summary>
    public virtual string In(string language) =>
        Head.Translations.FirstOrDefault(t => t.Language == language).Path ?? (language == Language ? Head.Canonical : null) ?? (Publication.Prefix(language) is { Length: > 0 } front ? front : "/");

    /// <summary>Whether what <see cref="In"/> says is a page that says that there is none.</summary>
    public virtual bool Lacks(string language) => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await FurnishAsync();
        await next();
    }

    internal async Task FurnishAsync() => Furniture = await Furniture.ReadAsync(this);

    /// <summary>The page may be kept: everything it depends on has been said.</summary>
    protected PageResult Kept()
    {
        if (!IsFile) Rendering.ExpireAt(Dates.NextMidnight(Now)); // the date line
        Rendering.Keep();
        return Page();
    }

    /// <summary>An absolute address of this publication.</summary>
    public string Absolute(string path) => Publication.Absolute(path);
}

/// <summary>What a page asks the house for.</summary>
public sealed class ReaderDesk(OpenedDb db, Lines lines, Editions editions, Shown shown, TimeProvider clock, Remembered remembered, Stories stories, WrittenParts written)
{
    /// <summary>Not made before it is first asked for: most pages find what they show remembered, or ask on <see cref="Lines"/>.</summary>
    public NewsDb Db => db.Db;

    public Asking Asking => db.Asking(Lines);

    public Lines Lines { get; } = lines;
    public Publication Publication { get; } = shown.Livery.Publication;
    public TimeProvider Clock { get; } = clock;

    /// <summary>Parts made for a preview are no one else's.</summary>
    public Remembered Remembered { get; } = shown.IsPreview ? new Remembered(editions, clock) : remembered;

    /// <summary>See <see cref="Reader.Stories"/>.</summary>
    public Stories Stories { get; } = shown.IsPreview ? new Stories(editions, clock) : stories;

    public WrittenParts Written { get; } = written;

    public TimeZoneInfo Zone => Publication.Zone;
}

/// <summary>What a page says of itself in its head.</summary>
public sealed class Head
{
    /// <summary>Title without the publication's name.</summary>
    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Of a title in another language than the page's: a topic that nobody has named in it.</summary>
    public string? TitleLang { get; set; }

    /// <summary>Canonical path; null on pages that have none (errors).</summary>
    public string? Canonical { get; set; }

    /// <summary>Open Graph type.</summary>
    public string Type { get; set; } = "website";

    /// <summary>The same thing in other languages: language to path, this page included; empty when there is none.</summary>
    public IReadOnlyList<(string Language, string Path)> Translations { get; set; } = [];

    /// <summary>For those who read none of the languages: the translation that stands first among the publication's languages.</summary>
    public string DefaultPath(Publication publication) => Translations.MinBy(t => publication.Languages.ToList().IndexOf(t.Language)).Path;

    /// <summary>The same in the other scripts of its languages, with their tags; none for a page that is not to be found.</summary>
    public IEnumerable<(string Tag, string Path)> Alternates(ReaderPage page)
    {
        var all = Translations.Count > 0 ? Translations : Canonical is null || NoIndex || OtherScript.Of(page.Language) is null ? [] : [(page.Language, Canonical)];
        foreach (var (language, path) in all)
        {
            yield return (language, path);
            if (OtherScript.Of(language) is { } script && OtherScripts.Lead(page.Publication, script, path) is { } other) yield return (script.Tag, other);
        }
    }

    /// <summary>Path before "/feed.xml" of this page's feeds; null for none of its own.</summary>
    public string? Feeds { get; set; }

    /// <summary>What its feeds have behind their names: "?q=..." of a search.</summary>
    public string FeedQuery { get; set; } = "";

    public bool NoIndex { get; set; }

    /// <summary>Objects for JSON-LD, each the text of one JSON object.</summary>
    public List<string> JsonLd { get; } = [];

    /// <summary>Further meta elements: property or name, and content.</summary>
    public List<(string Name, string Content)> Meta { get; } = [];

    /// <summary>Address and size of the picture for previews.</summary>
    public (string Path, int Width, int Height, string AlternativeText)? Image { get; set; }
}

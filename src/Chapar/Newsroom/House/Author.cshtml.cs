using Chapar.Articles;
using Chapar.Authors;
using Chapar.Media;
using Chapar.Names;
using Chapar.Newsroom.Pictures;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.House;

/// <summary>One author: what readers are told of them, their photo, their address.</summary>
[Needs(Right.EditAuthors)]
[RequestSizeLimit(PictureStore.MostBytes + 1_000_000)]
public sealed class AuthorModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int MostPictures = 12;

    public Author Author { get; private set; } = null!;
    public LocalText Name { get; private set; } = LocalText.Empty;
    public LocalText Role { get; private set; } = LocalText.Empty;
    public LocalText Biography { get; private set; } = LocalText.Empty;
    public AuthorKind Kind { get; private set; }
    public string Slug { get; private set; } = "";

    /// <summary>One link a line: "Site https://example.org".</summary>
    public string Links { get; private set; } = "";

    public int Articles { get; private set; }

    /// <summary>That of the list of names; null when it has none for them.</summary>
    public KnownName? Known { get; private set; }

    /// <summary>What the library has for the words that were asked for.</summary>
    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public string PictureQuery { get; private set; } = "";

    /// <summary>Every handler is about one who is there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await Db.Authors.Include(a => a.Photo).FirstOrDefaultAsync(a => a.Id == id, Stop) is not { } author)
        {
            context.Result = NotFound();
            return;
        }
        Author = author;
        (Name, Role, Biography, Kind, Slug) = (author.Name, author.Role, author.Biography, author.Kind, author.Slug);
        Links = string.Join('\n', author.Links.Select(l => $"{l.Label} {l.Url}"));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <param name="picture">Words of a picture of the library.</param>
    public Task OnGetAsync(string? picture) => ShowAsync(picture);

    public async Task<IActionResult> OnPostAsync(string? slug, AuthorKind kind, string? links)
    {
        (Name, Role, Biography) = (this.Read("name", Author.Name), this.Read("role", Author.Role), this.Read("description", Author.Biography));
        (Kind, Links) = (kind, links ?? "");
        Slug = this.SlugOf(slug, Name);
        var (read, wrong) = ReadLinks(Links);
        var problem = Name.Exactly(Publication.MainLanguage) is null ? W.Fill("house.no-name", Languages.OwnName(Publication.MainLanguage))
            : wrong is not null ? W.Fill("house.link-wrong", wrong)
            : await Db.Authors.AnyAsync(a => a.Slug == Slug && a.Id != Author.Id, Stop) ? W.Fill("house.slug-taken", Slug) : null;
        if (problem is not null)
        {
            await ShowAsync(null);
            return Refuse(problem);
        }
        var before = Author.Address;
        Author.Tell(Name, Kind, Role, Biography, read, Me.Name, Now);
        Author.MoveTo(Slug, Me.Name, Now);
        await Addresses.MoveAsync(Db, before, Author.Address, this.Prefixes(), $"renamed by {Me.Name}", Stop);
        await Db.SaveChangesAsync(Stop);
        Say(before == Author.Address ? W["saved"] : W.Fill("house.moved", before, Author.Address));
        return RedirectToPage();
    }

    /// <param name="picture">One of the library; null for no photo.</param>
    public async Task<IActionResult> OnPostPhotoAsync(Guid? picture)
    {
        var photo = picture is { } id ? await Db.Pictures.FirstOrDefaultAsync(p => p.Id == id, Stop) : null;
        if (picture is not null && photo is null) return NotFound();
        Author.Portray(photo, Me.Name, Now);
        await Db.SaveChangesAsync(Stop);
        Say(W["saved"]);
        return RedirectToPage();
    }

    /// <summary>A new photo from the device; it comes into the library too.</summary>
    [Needs(Right.EditPictures)]
    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, string? credit, [FromServices] PictureDesk pictures)
    {
        if (file is null || string.IsNullOrWhiteSpace(credit)) return await RefusedAsync(W["house.photo-needs"]);
        await using var content = file.OpenReadStream();
        var arrival = await pictures.TakeInAsync(content, file.FileName, Me, Stop);
        if (arrival.Picture is not { } photo) return await RefusedAsync(arrival.Refusal!.In(W));
        if (arrival.IsNew)
        {
            photo.GiveCredit(credit);
            // A portrait beside the name says nothing that the name does not.
            photo.MarkDecorative();
        }
        return await OnPostPhotoAsync(photo.Id);
    }

    async Task<IActionResult> RefusedAsync(string reason)
    {
        await ShowAsync(null);
        return Refuse(reason);
    }

    async Task ShowAsync(string? picture)
    {
        Title = Author.Name[Language];
        Known = await NamePages.NameOfAsync(Db, Author.Id, Stop);
        Articles = await Db.Bylines.CountAsync(b => b.AuthorId == Author.Id, Stop);
        PictureQuery = (picture ?? "").Trim();
        if (PictureQuery.Length == 0) return;
        Pictures = await Db.Pictures.AsNoTracking().Named(PictureQuery).OrderByDescending(p => p.Id).Take(MostPictures).ToListAsync(Stop);
    }

    /// <summary>The links, or the first line that is none.</summary>
    static (IReadOnlyList<AuthorLink> Links, string? Wrong) ReadLinks(string text)
    {
        List<AuthorLink> links = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.LastIndexOf(' ');
            var url = line[(at + 1)..];
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return ([], line);
            links.Add(new AuthorLink(at < 0 ? address.Host : line[..at].Trim(), url));
        }
        return (links, null);
    }
}

using System.Globalization;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Media;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>A place where a picture is shown.</summary>
/// <param name="Kind">"article", "unpublished", "draft", "front", "author" or "page".</param>
public sealed record PlaceOfUse(string Kind, string Name, string Path, string Language);

/// <summary>One picture: what is said of it, what readers get of it, and where.</summary>
[Needs(Right.EditPictures)]
public sealed class PicturePageModel(NewsroomDesk desk, PictureStore store, Darkroom darkroom) : NewsroomPage(desk)
{
    const int MostUses = 100;

    public Picture Picture { get; private set; } = null!;
    public PictureForm Form { get; private set; } = null!;
    public IReadOnlyList<PlaceOfUse> Uses { get; private set; } = [];
    public IReadOnlyList<Picture> LooksLike { get; private set; } = [];
    public bool HasOriginal => System.IO.File.Exists(store.OriginalOf(Picture));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Form = PictureForm.Of(Picture, Publication);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Form = PictureForm.Read(Request.Form, Publication);
        List<string> problems = [.. Form.Problems(W)];
        if (problems.Count > 0) return await RefuseAsync(problems);
        if (Form.Seen != Picture.Version) return await ChangedMeanwhileAsync();
        var changed = Picture.Revise(Form.On(Picture, Dates, Publication.Zone), Me.Name, Now);
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return await FindAsync(id) ? await ChangedMeanwhileAsync() : NotFound();
        }
        Say(W[changed ? "picture.saved" : "picture.same"]);
        return Redirect($"/newsroom/pictures/{id}");
    }

    /// <summary>The file as it was brought in, with all that it says of itself: for the house only.</summary>
    public async Task<IActionResult> OnGetOriginalAsync(Guid id) =>
        await FindAsync(id) && HasOriginal ? PhysicalFile(store.OriginalOf(Picture), Picture.ContentType, Picture.FileName) : NotFound();

    /// <summary>A rendition for staff, also when readers get none any more.</summary>
    public async Task<IActionResult> OnGetLookAsync(Guid id, Shape shape, int width)
    {
        if (!await FindAsync(id)) return NotFound();
        var face = Picture.Face();
        if (!Renditions.Has(face, shape, width)) (shape, width) = (Shape.Whole, Renditions.WidthsOf(face)[0]);
        return RenditionAddress.TryParse(Renditions.Address(face, shape, width, "jpg"), out var address) && await darkroom.DevelopAsync(Picture, address) is { } file
            ? PhysicalFile(file, address.ContentType) : NotFound();
    }

    /// <summary>A rendition at most so wide, for this page.</summary>
    public string Look(Shape shape, int most)
    {
        var face = Picture.Face();
        var width = shape == Shape.Social ? Renditions.SocialWidth : Renditions.WidthsOf(face).Where(w => w <= most).DefaultIfEmpty(Renditions.WidthsOf(face)[0]).Max();
        return Picture.MayBeShown(Now) ? Renditions.Address(face, shape, width, "jpg") : string.Create(CultureInfo.InvariantCulture, $"?handler=Look&shape={shape}&width={width}");
    }

    async Task<bool> FindAsync(Guid id)
    {
        if (await Db.Pictures.FirstOrDefaultAsync(p => p.Id == id, Stop) is not { } picture) return false;
        Picture = picture;
        return true;
    }

    /// <summary>What another saved is shown beside what was typed; saving again is then an answer to it.</summary>
    async Task<IActionResult> ChangedMeanwhileAsync()
    {
        var stands = PictureForm.Of(Picture, Publication);
        var differences = Form.DifferencesTo(stands, W).Select(d => W.Fill("picture.stands", d.Name, d.Value.Length > 0 ? d.Value : "—")).ToList();
        Form = Form with { Seen = stands.Seen };
        return await RefuseAsync([W["picture.changed-meanwhile"], .. differences]);
    }

    async Task<IActionResult> RefuseAsync(IEnumerable<string> reasons)
    {
        await ShowAsync();
        return Refuse(reasons);
    }

    async Task<IActionResult> ShowAsync()
    {
        Title = Picture.FileName;
        LooksLike = await Db.LikeAsync(Picture, Stop);
        Uses = await UsesAsync();
        return Page();
    }

    async Task<IReadOnlyList<PlaceOfUse>> UsesAsync()
    {
        var id = Picture.Id;
        var uses = await Db.PictureUses.AsNoTracking().Where(u => u.PictureId == id).OrderByDescending(u => u.ArticleId).Take(MostUses).ToListAsync(Stop);
        List<Guid> stories = [.. uses.Select(u => u.ArticleId).Distinct()];
        var articles = await Db.Articles.AsNoTracking().Where(a => stories.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Language, a.Status }).ToDictionaryAsync(a => a.Id, Stop);
        var drafts = await Db.Drafts.AsNoTracking().Where(d => stories.Contains(d.ArticleId)).Select(d => new { d.ArticleId, d.Headline }).ToDictionaryAsync(d => d.ArticleId, d => d.Headline, Stop);
        var authors = await Db.Authors.AsNoTracking().Where(a => a.PhotoId == id).ToListAsync(Stop);
        var fronts = await Db.FrontSlots.AsNoTracking().Where(s => s.PictureId == id).Select(s => s.Front).Distinct().ToListAsync(Stop);
        var sections = fronts.Count == 0 ? [] : await Db.Sections.AsNoTracking().ToListAsync(Stop);
        // Few, and no table says what they show: all are looked through.
        var pages = (await Db.PlainPages.AsNoTracking().ToListAsync(Stop)).Where(p => p.Body.Media().Contains(id));
        return
        [
            .. from use in uses
               where articles.ContainsKey(use.ArticleId)
               let article = articles[use.ArticleId]
               let headline = use.InDraft ? drafts.GetValueOrDefault(use.ArticleId) ?? article.Headline : article.Headline
               select new PlaceOfUse(use.InDraft ? "draft" : article.Status == ArticleStatus.Published ? "article" : "unpublished",
                   headline.Length > 0 ? headline : W["story.untitled"], $"/newsroom/stories/{use.ArticleId}", article.Language),
            .. fronts.Select(front => OnFront(front, sections)),
            .. authors.Select(a => new PlaceOfUse("author", a.Name[Language], $"{Publication.Prefix(Publication.MainLanguage)}/authors/{a.Slug}", Language)),
            .. pages.Select(p => new PlaceOfUse("page", p.Title, p.Path, p.Language)),
        ];
    }

    /// <param name="front">"home:en" or "section:ID:en".</param>
    PlaceOfUse OnFront(string front, IReadOnlyList<Sections.Section> sections)
    {
        var parts = front.Split(':');
        var language = parts[^1];
        var section = sections.FirstOrDefault(s => s.Id.ToString("N") == parts[1]);
        var prefix = Publication.Prefix(language);
        return new PlaceOfUse("front", $"{section?.Name[Language] ?? W["front.home"]}, {Languages.OwnName(language)}", section is null ? prefix.Length > 0 ? prefix : "/" : $"{prefix}/{section.Slug}", Language);
    }
}

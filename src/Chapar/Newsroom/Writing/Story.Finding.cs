using Chapar.Articles;
using Chapar.Media;
using Chapar.Search;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What can be put into a text: own stories to link to, pictures of the library and of the device.</summary>
public sealed partial class StoryModel
{
    const int MostFound = 8;

    /// <summary>Own published stories for a link: by their words, or the one at an address.</summary>
    public async Task<IActionResult> OnGetStoriesAsync(Guid id, string q)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var published = Db.Articles.AsNoTracking().Published();
        IReadOnlyList<Guid>? ids = q.StartsWith('/') ? null : [.. (await SearchQuery.FindAsync(Db, q, Article.Language, 1, Now, Stop)).Ids.Take(MostFound)];
        var found = await (ids is null ? published.Where(a => a.Path == q) : published.Where(a => ids.Contains(a.Id)))
            .Select(a => new { a.Id, Value = a.Path, Text = a.Headline, At = a.FirstPublishedAt }).ToListAsync(Stop);
        return Answer(StatusCodes.Status200OK, found.OrderBy(f => ids is null ? 0 : ids.ToList().IndexOf(f.Id))
            .Select(f => new { f.Id, f.Value, f.Text, Hint = Dates.Day(f.At!.Value) }));
    }

    /// <summary>Pictures of the library by their words; the newest when nothing is asked.</summary>
    public async Task<IActionResult> OnGetPicturesAsync(Guid id, string q)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var language = Article.Language;
        // Captions are kept in all languages in one column: the words are looked for in any.
        var pattern = $"%{q.Replace("%", "", StringComparison.Ordinal)}%";
        var found = await Db.Pictures.AsNoTracking()
            .Where(p => EF.Functions.Like(p.FileName, pattern) || EF.Functions.Like((string)(object)p.Caption, pattern) || EF.Functions.Like((string)(object)p.AlternativeText, pattern) || EF.Functions.Like(p.Credit, pattern))
            .OrderByDescending(p => p.Id).Take(MostFound).ToListAsync(Stop);
        return Answer(StatusCodes.Status200OK, found.Select(p => Found(p, language)));
    }

    /// <summary>Brings a picture into the library: the body is the file, whatever its name says it is.</summary>
    [Needs(Right.EditPictures)]
    public async Task<IActionResult> OnPostUploadAsync(Guid id, string? name, [FromServices] PictureStore store)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var intake = await store.TakeInAsync(Request.Body, string.IsNullOrWhiteSpace(name) ? "picture" : name, Now, Stop);
        if (!intake.IsTaken) return Answer(StatusCodes.Status400BadRequest, new { reason = intake.Refusal });
        Db.Add(intake.Picture);
        await Db.SaveChangesAsync(Stop);
        return Answer(StatusCodes.Status200OK, Found(intake.Picture, Article.Language));
    }

    /// <summary>A picture as the editor offers it.</summary>
    static object Found(Media.Picture picture, string language) => new
    {
        picture.Id,
        Value = picture.FileName,
        Text = picture.Caption[language] is { Length: > 0 } caption ? caption : picture.FileName,
        Hint = picture.Credit,
        Alt = picture.AlternativeText[language],
        Caption = picture.Caption[language],
        picture.Credit,
    };

    /// <summary>A thumbnail of a picture, by its id.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid picture) =>
        await Db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == picture, Stop) is { } found ? Redirect(Thumbnail(found)) : NotFound();

    static string Thumbnail(Media.Picture picture)
    {
        var face = picture.Face();
        return Renditions.Address(face, Shape.Whole, Renditions.WidthsOf(face)[0], "jpg");
    }
}

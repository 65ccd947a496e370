using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Newsroom.Pictures;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>Pictures for a text: of the library, of the device, and what is asked of them at once.</summary>
public sealed partial class StoryModel
{
    const int MostPictures = 24;

    /// <summary>What a writer says of a picture before it stands in the text.</summary>
    sealed record Description(Guid Picture, string? Credit, string? Alt, string? Caption);

    /// <summary>Pictures of the library by their words; the newest when nothing is asked.</summary>
    /// <param name="from">How many were shown already.</param>
    public async Task<IActionResult> OnGetPicturesAsync(Guid id, string? q, int from)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var found = await Db.Pictures.AsNoTracking().Named(q ?? "").OrderByDescending(p => p.Id).Skip(Math.Max(0, from)).Take(MostPictures).ToListAsync(Stop);
        return Answer(StatusCodes.Status200OK, found.Select(Found));
    }

    /// <summary>Brings a picture into the library: the body is the file, whatever its name says it is. The same file again is the picture that is there.</summary>
    [Needs(Right.EditPictures)]
    public async Task<IActionResult> OnPostUploadAsync(Guid id, string? name, [FromServices] PictureDesk pictures)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var arrival = await pictures.TakeInAsync(Request.Body, string.IsNullOrWhiteSpace(name) ? "picture" : name, Me, Stop);
        if (arrival.Picture is not { } picture) return Answer(StatusCodes.Status400BadRequest, new { reason = arrival.Refusal?.In(W) });
        return Answer(StatusCodes.Status200OK, new { picture = Found(picture), arrival.IsNew, looksLike = arrival.LooksLike.Select(Found) });
    }

    /// <summary>Says of a picture, in the language of the story, what was asked for when it came: for the library, and so for every story.</summary>
    [Needs(Right.EditPictures)]
    public async Task<IActionResult> OnPostDescribeAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        Description? given = null;
        try
        {
            given = await JsonSerializer.DeserializeAsync<Description>(Request.Body, JsonSerializerOptions.Web, Stop);
        }
        catch (JsonException)
        {
            // Said below.
        }
        if (given is null || await Db.Pictures.FirstOrDefaultAsync(p => p.Id == given.Picture, Stop) is not { } picture) return Answer(StatusCodes.Status400BadRequest, new { reason = W["picture.none"] });
        var (credit, alt, caption) = (given.Credit?.Trim() ?? "", given.Alt?.Trim() ?? "", given.Caption?.Trim() ?? "");
        if (credit.Length > Media.Picture.LongestCredit) return TooLong("picture.credit", credit.Length, Media.Picture.LongestCredit);
        if (alt.Length > Media.Picture.LongestText) return TooLong("picture.alt-only", alt.Length, Media.Picture.LongestText);
        if (caption.Length > Media.Picture.LongestText) return TooLong("picture.caption-only", caption.Length, Media.Picture.LongestText);
        var language = Article.Language;
        picture.Revise(picture.Details with { Credit = credit, AlternativeText = picture.AlternativeText.With(language, alt), Caption = picture.Caption.With(language, caption) }, Me.Name, Now);
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Answer(StatusCodes.Status409Conflict, new { reason = W["picture.changed-meanwhile"] });
        }
        return Answer(StatusCodes.Status200OK, Found(picture));
    }

    /// <summary>A thumbnail of a picture, by its id.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid picture) =>
        await Db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == picture, Stop) is { } found ? Redirect(found.Thumbnail(Now)) : NotFound();

    ContentResult TooLong(string field, int length, int most) => Answer(StatusCodes.Status400BadRequest, new { reason = W.Fill("picture.too-long", W[field], length, most) });

    /// <summary>A picture as the editor offers it.</summary>
    object Found(Media.Picture picture) => new
    {
        picture.Id,
        Value = picture.FileName,
        Text = picture.Caption[Article.Language] is { Length: > 0 } caption ? caption : picture.FileName,
        Hint = picture.Credit,
        Alt = picture.AlternativeText.Exactly(Article.Language) ?? "",
        Caption = picture.Caption.Exactly(Article.Language) ?? "",
        picture.Credit,
        picture.Decorative,
        Thumbnail = picture.Thumbnail(Now),
        Rights = this.Rights(picture),
    };

    /// <summary>The pictures that the working copy shows, in its text and as its lead.</summary>
    async Task<IReadOnlyList<Media.Picture>> ShownPicturesAsync()
    {
        List<Guid> ids = [.. Draft.Body.Media(), .. Draft.Particulars.Lead is { } lead ? [lead] : Array.Empty<Guid>()];
        return ids.Count == 0 ? [] : await Db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(Stop);
    }

    /// <summary>What is to be said of the rights to the pictures of this story, by their ids.</summary>
    Dictionary<Guid, string> RightsOf(IEnumerable<Media.Picture> pictures) =>
        pictures.Select(p => (p.Id, Said: this.Rights(p))).Where(p => p.Said is not null).ToDictionary(p => p.Id, p => p.Said!);
}

using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Newsroom.Pictures;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>A picture of one of the two states, as it is shown to who compares.</summary>
/// <param name="Thumbnail">Its address; null when the library has it no more, or it lies on another site.</param>
/// <param name="Name">Its file, or its address on the other site.</param>
/// <param name="AlternativeText">As it stood in that state; empty when there was none.</param>
/// <param name="Caption">With its credit, as readers got it; empty when there was none.</param>
public sealed record StatePicture(string? Thumbnail, string Name, string AlternativeText, string Caption);

/// <summary>A picture that stands in only one of the two states, or another one in each.</summary>
public sealed record PicturePair(StatePicture? Before, StatePicture? After);

/// <summary>A paragraph of the comparison, or pictures in its place.</summary>
public sealed record ComparedPart(ComparedLine? Line, PicturePair? Pictures);

/// <summary>The pictures of two states beside each other: their names alone tell nobody what was exchanged.</summary>
public sealed partial class RevisionsModel
{
    /// <summary>The lead, when it is not the same picture in both.</summary>
    public PicturePair? Lead { get; private set; }

    Dictionary<Guid, Media.Picture> library = [];

    /// <summary>Reads what the library has of the pictures of both states.</summary>
    async Task LoadPicturesAsync(BodyTree older, BodyTree newer, params Guid?[] leads)
    {
        List<Guid> ids = [.. older.Media(), .. newer.Media(), .. leads.OfType<Guid>()];
        library = ids.Count == 0 ? [] : await Db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Stop);
    }

    StatePicture? LeadOf(Particulars state) => state.Lead is not { } id ? null : library.GetValueOrDefault(id) is { } picture
        ? new StatePicture(picture.Thumbnail(Now), picture.FileName, state.LeadAlternativeText ?? picture.AlternativeText[Article.Language], Joined(state.LeadCaption ?? picture.Caption[Article.Language], picture.Credit))
        : new StatePicture(null, W["revisions.picture-gone"], state.LeadAlternativeText ?? "", state.LeadCaption ?? "");

    /// <summary>The comparison with pictures where a picture stands in only one of the states; one whose words alone were changed stays a line of words.</summary>
    IReadOnlyList<ComparedPart> WithPictures(IReadOnlyList<ComparedLine> lines, BodyTree older, BodyTree newer)
    {
        var (before, after) = (ImagesOf(older), ImagesOf(newer));
        List<ComparedPart> parts = [];
        for (int i = 0; i < lines.Count; i++)
        {
            var (old, young) = (OnlyIn(before, lines[i], Change.Added), OnlyIn(after, lines[i], Change.Removed));
            // Too unlike to be one line of words: the picture that went and the one that came stand one after the other.
            if (old is not null && young is null && i + 1 < lines.Count && OnlyIn(before, lines[i + 1], Change.Added) is null && OnlyIn(after, lines[i + 1], Change.Removed) is { } next) (young, i) = (next, i + 1);
            var isPicture = (old ?? young) is not null && !(old is not null && young is not null && (old.Media, old.Src) == (young.Media, young.Src));
            parts.Add(isPicture ? new ComparedPart(null, new PicturePair(Shown(old), Shown(young))) : new ComparedPart(lines[i], null));
        }
        return parts;
    }

    Dictionary<string, ImageBlock> ImagesOf(BodyTree body) => body.Nodes.SelectMany(TreeWalk.Descend).OfType<ImageBlock>()
        .GroupBy(image => BodyLines.OfPicture(image, W["story.picture"])).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The image of a line that was changed, as it stood in the state that lacks the other's pieces.</summary>
    static ImageBlock? OnlyIn(Dictionary<string, ImageBlock> images, ComparedLine line, Change other) =>
        line.IsSame ? null : images.GetValueOrDefault(string.Concat(line.Pieces.Where(piece => piece.Change != other).Select(piece => piece.Text)).Trim());

    StatePicture? Shown(ImageBlock? image)
    {
        if (image is null) return null;
        var picture = image.Media is { } id ? library.GetValueOrDefault(id) : null;
        return new StatePicture(picture?.Thumbnail(Now), picture?.FileName ?? image.Src ?? W["revisions.picture-gone"], image.Alt ?? "", Joined(image.Caption, image.Credit));
    }

    static string Joined(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}

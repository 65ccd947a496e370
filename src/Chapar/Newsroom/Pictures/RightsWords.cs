using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>What staff are told of the right to show a picture.</summary>
public static class RightsWords
{
    /// <summary>That its rights end within <see cref="Picture.Warning"/> or have ended, with the day; null otherwise.</summary>
    public static string? Rights(this NewsroomPage page, Picture picture) => picture.RightsEndAt is not { } end ? null
        : !picture.MayBeShown(page.Now) ? page.W.Fill("picture.rights-ended", page.Dates.Day(PictureForm.LastDayOf(end, page.Publication.Zone)))
        : picture.EndsSoon(page.Now) ? page.W.Fill("picture.rights-end", page.Dates.Day(PictureForm.LastDayOf(end, page.Publication.Zone)))
        : null;
}

using Chapar.Database;
using Chapar.Media;

namespace Chapar.Reader;

/// <summary>A page that shows a picture is true for as long as its rights last: it says so here.</summary>
static class PictureRights
{
    /// <summary>Whether the picture may be shown on the page now; the page depends on it either way, and is made anew when its rights end.</summary>
    public static bool Shows(this ReaderPage page, Picture picture) => page.Shows(picture.Id, picture.RightsEndAt);

    /// <summary>The same of a picture of which only this is known.</summary>
    public static bool Shows(this ReaderPage page, Guid picture, DateTime? endsAt)
    {
        page.Rendering.DependOn(EditionNames.Picture(picture));
        if (endsAt > page.Now) page.Rendering.ExpireAt(endsAt.Value);
        return !(endsAt <= page.Now);
    }
}

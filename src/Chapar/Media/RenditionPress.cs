using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Media;

/// <summary>
/// Has all renditions of a picture made when the newsroom brings it in or moves its focal point, so that no reader waits for one. A delivery like any other:
/// what a restart cut off is gone on with, and what is there already is not made again. One picture is at work at once, so that a request which needs another
/// rendition gets the second place (<see cref="PictureStore.AtWork"/>). The pictures of an import are made when they are first asked for, or by
/// "pictures make".
/// </summary>
/// <param name="services">Asked for the darkroom with the first picture: a command that has to do with none never loads libvips, which is 8 MB.</param>
public sealed class RenditionPress(IServiceProvider services) : IReact
{
    /// <summary>Pictures that are read from the database at once.</summary>
    const int AtOnce = 100;

    public string Name => "renditions";

    public bool To(string eventName) => eventName is NewsEvents.PictureAdded or NewsEvents.PictureChanged;

    public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        var ids = events.Where(e => e.By != Picture.Nobody).Select(e => e.SubjectId!.Value).Distinct();
        foreach (var some in ids.Chunk(AtOnce))
            foreach (var picture in await db.Pictures.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(stop))
            {
                if (!picture.MayBeShown(now)) continue;
                foreach (var shape in Enum.GetValues<Shape>()) await services.GetRequiredService<Darkroom>().DevelopAllAsync(picture, shape, stop);
            }
    }
}

using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Media;

/// <summary>
/// Has all renditions of a picture made when the newsroom brings it in or moves its focal point, so that no reader waits for one. A delivery like any other:
/// what a restart cut off is gone on with, and what is there already is not made again. The pictures of an import are made when they are first asked for.
/// </summary>
public sealed class RenditionPress(Darkroom darkroom) : IReact
{
    public string Name => "renditions";

    public bool To(string eventName) => eventName is NewsEvents.PictureAdded or NewsEvents.PictureChanged;

    public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        var ids = events.Where(e => e.By != Picture.Nobody).Select(e => e.SubjectId!.Value).Distinct().ToList();
        foreach (var some in ids.Chunk(100))
            foreach (var picture in await db.Pictures.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(stop))
                if (picture.MayBeShown(now)) await darkroom.DevelopAllAsync(picture, stop);
    }
}

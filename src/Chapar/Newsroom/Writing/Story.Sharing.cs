using Chapar.Articles;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>One text in several browsers: what a page begins with, and how it is saved (<c>docs/decisions/013</c>).</summary>
public sealed partial class StoryModel
{
    const int MostNames = 3;

    /// <summary>
    /// Saves what the shared text says after a change. It contains what stands, so that nobody's words are written over; a text from
    /// before the last save is let lie, since what stands contains it. 412 when the working copy was changed by another way: the page first
    /// brings that into the shared text.
    /// </summary>
    async Task<IActionResult> SaveSharedAsync(SavedText saved, SharedPlace place)
    {
        var id = Article.Id;
        var text = await Db.SharedTexts.FirstOrDefaultAsync(t => t.ArticleId == id, Stop);
        if (text is null || text.Lineage != place.Lineage || text.Key != Draft.Key || place.Sequence > text.Sequence) return Behind(id);
        if (place.Sequence <= text.SavedThrough && text.SavedThrough > 0) return await SavedAsync(text.SavedThrough);
        var by = await WritersAsync(text, place.Sequence);
        // Nothing of another's is written over: only time makes a revision.
        if (IsAtWork && Draft.IsWorthKeeping(Draft.ChangedBy, Now)) Draft.Keep(Article, new Sentence("story.kept"), Now);
        Draft.Save(saved.Key, saved.Headline, saved.Deck, saved.Body, saved.Particulars, by, Now);
        text.Save(saved.Key, place.Sequence, place.Suggestions);
        if (!IsAtWork) Db.Add(Draft);
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException)
        {
            // Another save came between; what this one has more is saved with the next.
            return Behind(id);
        }
        rooms.Look(id);
        return await SavedAsync(place.Sequence);
    }

    ContentResult Behind(Guid id)
    {
        rooms.Look(id);
        return Answer(StatusCodes.Status412PreconditionFailed, new { reason = W["story.behind"] });
    }

    /// <summary>The names of those who typed since the last save.</summary>
    async Task<string> WritersAsync(SharedText text, long through)
    {
        var names = await Db.SharedChanges.Where(c => c.ArticleId == text.ArticleId && c.Sequence > text.SavedThrough && c.Sequence <= through && c.State == null)
            .Select(c => c.By).Distinct().Order().Take(MostNames).ToListAsync(Stop);
        return names.Count == 0 ? Me.Name : string.Join(", ", names);
    }

    /// <summary>The log as it stands, so that the page can begin without waiting; null when nobody has begun one.</summary>
    async Task<object?> SharedAsync()
    {
        var id = Article.Id;
        // First the head: a change that comes meanwhile is then one too many, not one too few.
        if (await Db.SharedTexts.AsNoTracking().FirstOrDefaultAsync(t => t.ArticleId == id, Stop) is not { } text) return null;
        var changes = await Db.SharedChanges.AsNoTracking().Where(c => c.ArticleId == id && c.Sequence <= text.Sequence).OrderBy(c => c.Sequence)
            .Select(c => new { c.Sequence, c.State, c.Bytes }).ToListAsync(Stop);
        return new { text.Lineage, text.Key, text.SavedThrough, changes };
    }

    /// <summary>The checklist, for a page whose text another page has saved.</summary>
    public async Task<IActionResult> OnGetChecksAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        return Answer(StatusCodes.Status200OK, Told(await CheckAsync()));
    }
}

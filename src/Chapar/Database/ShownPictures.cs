using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chapar.Database;

/// <summary>Which story shows which picture, in step with every save: no text has to be searched for it.</summary>
public static class ShownPictures
{
    const int Batch = 500;

    /// <summary>Looks at what is about to be saved, and changes the rows of the stories whose pictures change with it.</summary>
    internal static async Task FollowAsync(NewsDb db, CancellationToken stop)
    {
        foreach (var entry in db.ChangeTracker.Entries<Article>().Where(e => Changes(e, nameof(Article.Body), nameof(Article.LeadId))).ToList())
            await SetAsync(db, entry.Entity.Id, inDraft: false, entry.State, Shown(entry.Entity.Body, entry.Entity.LeadId), stop);
        foreach (var entry in db.ChangeTracker.Entries<Draft>().Where(e => Changes(e, nameof(Draft.Body), nameof(Draft.Particulars))).ToList())
            await SetAsync(db, entry.Entity.ArticleId, inDraft: true, entry.State, Shown(entry.Entity.Body, entry.Entity.Particulars.Lead), stop);
    }

    /// <summary>Makes what a database of before this table lacks: its rows, and the folded words of the pictures.</summary>
    public static async Task MakeMissingAsync(NewsDb db, CancellationToken stop = default)
    {
        // Each once: a picture of which nothing can be folded would be found again for ever.
        foreach (var ids in (await db.Pictures.Where(p => p.FoldedWords == "").Select(p => p.Id).ToListAsync(stop)).Chunk(Batch))
        {
            foreach (var picture in await db.Pictures.Where(p => ids.Contains(p.Id)).ToListAsync(stop)) picture.FoldWords();
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        if (await db.PictureUses.AnyAsync(stop) || !await db.Pictures.AnyAsync(stop)) return;
        foreach (var ids in (await db.Articles.Select(a => a.Id).ToListAsync(stop)).Chunk(Batch))
        {
            var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Body, a.LeadId }).ToListAsync(stop);
            var drafts = await db.Drafts.AsNoTracking().Where(d => ids.Contains(d.ArticleId)).Select(d => new { d.ArticleId, d.Body, d.Particulars }).ToListAsync(stop);
            db.AddRange(articles.SelectMany(a => Shown(a.Body, a.LeadId).Select(p => new PictureUse(p, a.Id, inDraft: false))));
            db.AddRange(drafts.SelectMany(d => Shown(d.Body, d.Particulars.Lead).Select(p => new PictureUse(p, d.ArticleId, inDraft: true))));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    static bool Changes(EntityEntry entry, string body, string lead) =>
        entry.State is EntityState.Added or EntityState.Deleted || (entry.State == EntityState.Modified && (entry.Property(body).IsModified || entry.Property(lead).IsModified));

    static HashSet<Guid> Shown(BodyTree body, Guid? lead) => lead is { } id ? [.. body.Media(), id] : [.. body.Media()];

    static async Task SetAsync(NewsDb db, Guid articleId, bool inDraft, EntityState state, HashSet<Guid> shown, CancellationToken stop)
    {
        if (state == EntityState.Deleted) shown = [];
        // A new article cannot have any; a working copy may have been given up and begun again.
        List<PictureUse> before = state == EntityState.Added && !inDraft ? [] : await db.PictureUses.Where(u => u.ArticleId == articleId && u.InDraft == inDraft).ToListAsync(stop);
        db.RemoveRange(before.Where(u => !shown.Contains(u.PictureId)));
        db.AddRange(shown.Except(before.Select(u => u.PictureId)).Select(picture => new PictureUse(picture, articleId, inDraft)));
    }
}

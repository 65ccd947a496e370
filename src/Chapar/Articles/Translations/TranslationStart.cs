using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles.Translations;

/// <summary>Begins the translation of a story, published or not: a story of its own in another language, filed, signed and illustrated like its source.</summary>
public static class TranslationStart
{
    /// <summary>The story in this language that belongs to the source; a new one, saved, when there is none.</summary>
    /// <param name="db">The database, without unsaved changes.</param>
    /// <param name="source">Byline, places and topics loaded.</param>
    /// <param name="draft">Its working copy, if there is one.</param>
    /// <param name="language">Of the publication, and not the source's own.</param>
    /// <param name="by">Whose story it becomes.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task<Guid> OpenAsync(NewsDb db, Article source, Draft? draft, string language, StaffMember by, DateTime now, CancellationToken stop = default)
    {
        if (await ThereIsAsync(db, source, language, stop) is { } there) return there;
        var article = new Article(language, source.Format, now, source.TranslationGroup);
        article.BelongTo(by.Id);
        var text = SourceText.Standing(source, draft);
        var translation = new Translation(source, text, article, now);
        var body = new TranslationBody(await PicturesAsync(db, text.Body, language, stop), await SiblingsAsync(db, text.Body, language, stop)).Of(text, translation.Units);
        article.Write("", "", body, now);
        var copy = new Draft(article, by.Name, now);
        var particulars = source.Status == ArticleStatus.Draft && draft is not null ? draft.Particulars : Particulars.Of(source);
        copy.Save(Guid.CreateVersion7(), "", "", body, particulars with { LeadCaption = null, LeadAlternativeText = null, Bylines = await SignedAsync(db, particulars.Bylines, by, stop) }, by.Name, now);
        translation.Count(new TargetText(SourceText.Written(article, copy)), now);
        db.AddRange(article, copy, translation);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Somebody pressed at the same instant.
            db.ChangeTracker.Clear();
            if (await ThereIsAsync(db, source, language, stop) is { } other) return other;
            throw;
        }
        return article.Id;
    }

    static async Task<Guid?> ThereIsAsync(NewsDb db, Article source, string language, CancellationToken stop)
    {
        var (group, from) = (source.TranslationGroup, source.Id);
        return await db.Articles.Where(a => a.TranslationGroup == group && a.Language == language && a.Id != from).OrderBy(a => a.CreatedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>Whoever translates stands in the byline, when they are one of the authors.</summary>
    static async Task<IReadOnlyList<Signing>> SignedAsync(NewsDb db, IReadOnlyList<Signing> bylines, StaffMember by, CancellationToken stop)
    {
        // Accounts and authors are not tied to each other: the name is all that they share.
        var authors = await db.Authors.AsNoTracking().Select(a => new { a.Id, a.Name }).ToListAsync(stop);
        return authors.Find(a => a.Name.Languages.Any(l => a.Name[l] == by.Name)) is not { } translator ? bylines
            : [.. bylines.Where(b => b.Author != translator.Id || b.Role != BylineRole.Translator), new Signing(translator.Id, BylineRole.Translator)];
    }

    static async Task<Func<Guid, (string?, string?)>> PicturesAsync(NewsDb db, BodyTree body, string language, CancellationToken stop)
    {
        Guid[] ids = [.. body.Media()];
        var pictures = ids.Length == 0 ? [] : await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.AlternativeText, p.Caption }).ToDictionaryAsync(p => p.Id, stop);
        return id => pictures.TryGetValue(id, out var picture) ? (picture.AlternativeText.Exactly(language), picture.Caption.Exactly(language)) : default;
    }

    static async Task<Func<Guid, Guid?>> SiblingsAsync(NewsDb db, BodyTree body, string language, CancellationToken stop)
    {
        Guid[] ids = [.. body.Articles()];
        if (ids.Length == 0) return _ => null;
        var siblings = await (from article in db.Articles.AsNoTracking()
                              join sibling in db.Articles.AsNoTracking().Published() on article.TranslationGroup equals sibling.TranslationGroup
                              where ids.Contains(article.Id) && sibling.Language == language
                              select new { article.Id, Sibling = sibling.Id }).ToListAsync(stop);
        return id => siblings.Find(s => s.Id == id)?.Sibling;
    }
}

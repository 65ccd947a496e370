using Chapar.Articles;
using Chapar.Database;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>Where a story stands, as far as it says who may read and write in it.</summary>
/// <param name="Key">The state that stands: of the working copy, or of the article while there is none.</param>
/// <param name="OwnerId">Whose story it is; null for imports.</param>
/// <param name="SectionId">Of the working copy, or of the article.</param>
/// <param name="IsOpen">Whether readers have it and nobody is at work on it.</param>
/// <param name="IsClosed">Whether it has been read, so that only editors change it.</param>
/// <param name="IsHeld">Whether it waits out its half minute before the readers: nobody changes it.</param>
public sealed record StoryStanding(Guid Key, Guid? OwnerId, Guid? SectionId, bool IsOpen, bool IsClosed, bool IsHeld)
{
    /// <param name="draft">The working copy; null while there is none.</param>
    public static StoryStanding Of(Article article, Draft? draft) => new(draft?.Key ?? Draft.KeyOf(article), article.OwnerId, draft?.SectionId ?? article.SectionId,
        draft is null && article.Status == ArticleStatus.Published, draft is { IsClosed: true }, draft is { IsHeld: true });

    /// <summary>As it stands in the database; null when there is no such story.</summary>
    public static async Task<StoryStanding?> ReadAsync(NewsDb db, Guid story, CancellationToken stop = default)
    {
        var found = await db.Articles.Where(a => a.Id == story).Select(a => new
        {
            a.OwnerId,
            a.SectionId,
            a.Status,
            a.RevisionCount,
            Draft = db.Drafts.Where(d => d.ArticleId == a.Id).Select(d => new { d.Key, d.SectionId, d.Stage, d.IsHeld }).FirstOrDefault(),
        }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        return new StoryStanding(found.Draft?.Key ?? Draft.KeyOf(story, found.RevisionCount), found.OwnerId, found.Draft?.SectionId ?? found.SectionId,
            found.Draft is null && found.Status == ArticleStatus.Published, found.Draft?.Stage is Stage.Ready or Stage.Scheduled, found.Draft?.IsHeld ?? false);
    }

    public bool MayRead(StaffMember member) => OwnerId == member.Id || IsOpen || member.May(Right.ReadDrafts, SectionId);

    public bool MayWrite(StaffMember member) => IsClosed ? member.May(Right.Edit, SectionId) && !IsHeld : OwnerId == member.Id || member.May(Right.WriteAny, SectionId);
}

using Chapar.Articles;
using Chapar.Database;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>Where a story stands, as far as it says who may read and write in it.</summary>
/// <param name="Key">The state that stands: of the working copy, or of the article while there is none.</param>
/// <param name="OwnerId">Whose story it is; null for imports.</param>
/// <param name="SectionId">Of the working copy, or of the article.</param>
/// <param name="DeskId">The desk it was sent to; null while it is at that of its section.</param>
/// <param name="IsOpen">Whether readers have it and nobody is at work on it.</param>
/// <param name="IsClosed">Whether it has been read, so that only editors change it.</param>
/// <param name="IsHeld">Whether it waits out its half minute before the readers: nobody changes it.</param>
public sealed record StoryStanding(Guid Key, Guid? OwnerId, Guid? SectionId, Guid? DeskId, bool IsOpen, bool IsClosed, bool IsHeld)
{
    /// <param name="draft">The working copy; null while there is none.</param>
    public static StoryStanding Of(Article article, Draft? draft) => new(draft?.Key ?? Draft.KeyOf(article), article.OwnerId, draft?.SectionId ?? article.SectionId, draft?.DeskId,
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
            Draft = db.Drafts.Where(d => d.ArticleId == a.Id).Select(d => new { d.Key, d.SectionId, d.DeskId, d.Stage, d.IsHeld }).FirstOrDefault(),
        }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        return new StoryStanding(found.Draft?.Key ?? Draft.KeyOf(story, found.RevisionCount), found.OwnerId, found.Draft?.SectionId ?? found.SectionId, found.Draft?.DeskId,
            found.Draft is null && found.Status == ArticleStatus.Published, found.Draft?.Stage is Stage.Ready or Stage.Scheduled, found.Draft?.IsHeld ?? false);
    }

    public bool MayRead(StaffMember member) => OwnerId == member.Id || IsOpen || May(member, Right.ReadDrafts);

    public bool MayWrite(StaffMember member) => IsClosed ? May(member, Right.Edit) && !IsHeld : OwnerId == member.Id || May(member, Right.WriteAny);

    /// <summary>Whether somebody has a right in its section. Its desk works on it as if it were its own; what readers see stays with the section.</summary>
    public bool May(StaffMember member, Right right) =>
        member.May(right, SectionId) || (right is Right.WriteAny or Right.Edit && DeskId is { } desk && member.May(right, desk));
}

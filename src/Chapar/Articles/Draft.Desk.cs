using Chapar.Events;

namespace Chapar.Articles;

public sealed partial class Draft
{
    /// <summary>The desk (a section) that it was sent to; null while it is at the desk of its own section.</summary>
    public Guid? DeskId { get; private set; }

    /// <summary>How it came to <see cref="DeskId"/>; null when nobody sent it, or it has been returned since.</summary>
    public Handover? Handover { get; private set; }

    /// <summary>Whether nobody at the desk has taken it on yet, so that it can be taken back.</summary>
    public bool WaitsAtDesk => Handover is not null && ClaimedById is null;

    /// <summary>
    /// Puts it on another desk's list, whatever stage it is at; its filing, which readers see, stays. Who read it here reads it no more.
    /// </summary>
    /// <param name="desk">The section whose desk it is.</param>
    /// <param name="deskName">For the journal.</param>
    /// <param name="note">What the desk is to know, or nothing.</param>
    /// <param name="byId">Who sends it.</param>
    /// <param name="by">Their name.</param>
    /// <param name="now">The present instant, UTC.</param>
    public Refusal? SendToDesk(Guid desk, string deskName, string? note, Guid byId, string by, DateTime now)
    {
        if (IsHeld) return Refusal.Of("refused.desk-held");
        if (desk == (DeskId ?? SectionId)) return Refusal.Of("refused.desk-same", deskName);
        Handover = new Handover(string.IsNullOrWhiteSpace(note) ? null : note.Trim(), byId, by, now, DeskId, ClaimedById);
        (DeskId, ClaimedById) = (desk, null);
        Record(new NewsEvent(NewsEvents.StorySentToDesk, ArticleId, now, by, Handover.Note is { } said ? $"{deskName}: {said}" : deskName));
        return null;
    }

    /// <summary>Brings it back to where it was sent from, and to who read it there.</summary>
    public Refusal? TakeFromDesk(string by, DateTime now)
    {
        if (Handover is null) return Refusal.Of("refused.desk-none");
        if (!WaitsAtDesk) return Refusal.Of("refused.desk-claimed");
        (DeskId, ClaimedById, Handover) = (Handover.DeskBefore, Handover.ClaimedBefore, null);
        Record(new NewsEvent(NewsEvents.StoryTakenFromDesk, ArticleId, now, by));
        return null;
    }
}

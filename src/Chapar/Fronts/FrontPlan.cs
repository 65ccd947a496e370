using Chapar.Events;

namespace Chapar.Fronts;

/// <summary>A front as its editors arrange it; readers see nothing of it until it is published by <see cref="FrontPress"/>.</summary>
public sealed class FrontPlan : NewsSubject
{
    const int MostUndone = 50;

    FrontPlan() { }

    /// <param name="front">See <see cref="FrontSlot.Front"/>.</param>
    /// <param name="layout">As readers have it now.</param>
    public FrontPlan(string front, FrontLayout layout, string by, DateTime now)
    {
        Front = front;
        Layout = layout;
        ChangedBy = by;
        ChangedAt = now;
    }

    public string Front { get; private set; } = "";
    public FrontLayout Layout { get; private set; } = FrontLayout.Empty;

    /// <summary>The states before, the last one last: each undo takes one.</summary>
    public IReadOnlyList<FrontLayout> Past { get; private set; } = [];

    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }

    /// <summary>Counts the changes, so that nobody arranges what they have not seen.</summary>
    public int Version { get; private set; }

    /// <summary>Takes another arrangement; it can be undone.</summary>
    public void Arrange(FrontLayout layout, string by, DateTime now)
    {
        if (layout.Equals(Layout)) return;
        Past = [.. Past.TakeLast(MostUndone - 1), Layout];
        Change(layout, by, now);
    }

    /// <summary>Goes back by one act; false when there is none.</summary>
    public bool Undo(string by, DateTime now)
    {
        if (Past.Count == 0) return false;
        var before = Past[^1];
        Past = [.. Past.SkipLast(1)];
        Change(before, by, now);
        return true;
    }

    /// <summary>Says that it is before readers now.</summary>
    internal void BePublished(FrontEdition edition, string name, DateTime now)
    {
        Version++;
        Record(new NewsEvent(NewsEvents.FrontPublished, edition.Id, now, edition.By, name));
    }

    void Change(FrontLayout layout, string by, DateTime now)
    {
        Layout = layout;
        ChangedBy = by;
        ChangedAt = now;
        Version++;
    }
}

/// <summary>A front as it was published once. Kept for ever.</summary>
public sealed class FrontEdition
{
    FrontEdition() { }

    public FrontEdition(string front, int number, FrontLayout layout, string by, DateTime at)
    {
        Id = Guid.CreateVersion7();
        Front = front;
        Number = number;
        Layout = layout;
        By = by;
        At = at;
    }

    public Guid Id { get; private set; }
    public string Front { get; private set; } = "";

    /// <summary>1 and up, for each front by itself.</summary>
    public int Number { get; private set; }

    public FrontLayout Layout { get; private set; } = FrontLayout.Empty;
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}

/// <summary>A front that is shown to staff as it would be, on the page that readers have.</summary>
/// <param name="Front">Which; other fronts on the page stay as they are.</param>
/// <param name="Path">The address of the page for readers.</param>
public sealed record FrontPreview(string Front, FrontLayout Layout, string Path);

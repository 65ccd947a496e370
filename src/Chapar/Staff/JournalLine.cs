namespace Chapar.Staff;

/// <summary>Who did what, when. Lines are added, never changed.</summary>
public sealed class JournalLine
{
    JournalLine() { }

    public JournalLine(DateTime at, string by, string what, Guid? subjectId)
    {
        Id = Guid.CreateVersion7();
        At = at;
        By = by;
        What = what;
        SubjectId = subjectId;
    }

    public Guid Id { get; private set; }
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>The event's name, with its detail where it has one.</summary>
    public string What { get; private set; } = "";

    public Guid? SubjectId { get; private set; }
}

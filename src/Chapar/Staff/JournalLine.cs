namespace Chapar.Staff;

/// <summary>Who did what, when. Lines are added, never changed.</summary>
public sealed class JournalLine
{
    JournalLine() { }

    public JournalLine(DateTime at, string by, string what, Guid? subjectId)
    {
        Id = LaterId();
        At = at;
        By = by;
        What = what;
        SubjectId = subjectId;
    }

    /// <summary>Later than that of any line before, also within one act.</summary>
    public Guid Id { get; private set; }
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>The event's name, with its detail where it has one.</summary>
    public string What { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    static long last;

    /// <summary>Ids of one millisecond would stand in any order: each takes a millisecond of its own.</summary>
    static Guid LaterId()
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            var next = Math.Max(before + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            if (Interlocked.CompareExchange(ref last, next, before) == before) return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
        }
    }
}

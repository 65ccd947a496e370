namespace Chapar.Database;

/// <summary>
/// A process that answers readers from what it keeps, on PostgreSQL: what it has heard of the changes of others, and its promise not to
/// answer so past an instant unless it renews the promise. See docs/decisions/018.
/// </summary>
public sealed class Listener
{
    /// <summary>How long a promise holds. A writer waits at most so long for a process that has died.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(3);

    /// <summary>See <see cref="Editions.Writer"/>.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The <see cref="EditionNumber.Sequence"/> up to which it has made its own pages untrue.</summary>
    public long Heard { get; private set; }

    /// <summary>By the clock of the database, which alone compares it.</summary>
    public DateTime UntilAt { get; private set; }
}

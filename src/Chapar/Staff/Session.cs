namespace Chapar.Staff;

/// <summary>How somebody proved who they are.</summary>
public enum WayIn
{
    Passkey,
    Password,
    RecoveryCode,
    Link,
}

/// <summary>One browser in which a member is signed in. Asked for with every request, so that ending it works at once.</summary>
public sealed class Session
{
    /// <summary>Unused for so long, it ends by itself.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromDays(7);

    /// <summary>After so long it ends in any case.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary><see cref="LastSeenAt"/> is this exact; writing it with every request would cost more than it says.</summary>
    public static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(1);

    Session() { }

    public Session(Guid staffId, WayIn way, string browser, DateTime now)
    {
        Id = Guid.NewGuid();
        StaffId = staffId;
        Way = way;
        Browser = browser;
        StartedAt = now;
        LastSeenAt = now;
    }

    /// <summary>Random: it stands in the cookie, encrypted.</summary>
    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }
    public WayIn Way { get; private set; }

    /// <summary>"Firefox, Linux": for the list in which members look for what is not theirs.</summary>
    public string Browser { get; private set; } = "";

    public DateTime StartedAt { get; private set; }
    public DateTime LastSeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
}

/// <summary>Who asks, found by their cookie.</summary>
public sealed record SignedIn(StaffMember Member, Session Session);

namespace Chapar.Staff;

/// <summary>The names of what the journal says of the staff, beside those of <see cref="Events.NewsEvents"/>.</summary>
public static class StaffActs
{
    public const string SignedIn = "SignedIn";
    public const string SessionsEnded = "SessionsEnded";
}

namespace Chapar.Staff;

/// <summary>The names of what the journal says of the staff, beside those of <see cref="Events.NewsEvents"/>.</summary>
public static class StaffActs
{
    public const string SignedIn = "SignedIn";
    public const string SessionsEnded = "SessionsEnded";
    public const string PasskeyAdded = "PasskeyAdded";
    public const string PasskeyRemoved = "PasskeyRemoved";
    public const string PasswordSet = "PasswordSet";
    public const string PasswordForgotten = "PasswordForgotten";
    public const string RecoveryCodesMade = "RecoveryCodesMade";
    public const string StaffAdded = "StaffAdded";
    public const string StaffRenamed = "StaffRenamed";
    public const string RoleChanged = "RoleChanged";
    public const string StaffDeactivated = "StaffDeactivated";
    public const string StaffReactivated = "StaffReactivated";
    public const string LinkMade = "LinkMade";
    public const string SignInReset = "SignInReset";
    public const string SentAgain = "SentAgain";
}

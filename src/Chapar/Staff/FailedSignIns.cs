namespace Chapar.Staff;

/// <summary>
/// How often a sign-in has failed of late, for one address of mail (whether or not somebody has it) or one address of the
/// network. Kept in the database, so that a restart forgives nothing.
/// </summary>
public sealed class FailedSignIns
{
    FailedSignIns() { }

    public FailedSignIns(string key, DateTime now)
    {
        Key = key;
        Count = 1;
        Since = now;
    }

    /// <summary>A digest: what was typed may be a password in the wrong field.</summary>
    public string Key { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>Of the first one that counts.</summary>
    public DateTime Since { get; private set; }
}

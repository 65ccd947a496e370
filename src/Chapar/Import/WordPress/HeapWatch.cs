namespace Chapar.Import.WordPress;

/// <summary>
/// Keeps a long import small: a dry run of 2 GB peaks under 300 MB. The collector lets what has died in its oldest generation lie
/// while the machine has room; in a long import that is more than all that lives. It is made to look when that much has gathered.
/// </summary>
sealed class HeapWatch
{
    /// <summary>Bytes that may gather.</summary>
    const long Slack = 4 << 20;

    /// <summary>Asking costs a little: not at each item.</summary>
    const int Often = 64;

    /// <summary>The program itself, and a little.</summary>
    const long Least = 48 << 20;

    long live = Least;
    int looks;

    public void Look()
    {
        if (++looks % Often == 0)
            LookClosely();
    }

    /// <summary>For what has just let go of a lot.</summary>
    public void LookClosely()
    {
        if (GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes < live + Slack)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        live = Math.Max(Least, GC.GetTotalMemory(forceFullCollection: false));
    }
}

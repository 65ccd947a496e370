namespace Chapar.Database;

/// <summary>What the settings of the publication were after somebody saved them: the history from which an older state is brought back.</summary>
public sealed class SettingsVersion
{
    SettingsVersion() { }

    /// <param name="json">The part "publication" of chapar.json.</param>
    /// <param name="by">Who saved.</param>
    /// <param name="at">UTC.</param>
    public SettingsVersion(string json, string by, DateTime at)
    {
        Id = Guid.CreateVersion7();
        Json = json;
        By = by;
        At = at;
    }

    public Guid Id { get; private set; }
    public string Json { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}

public static class SettingsVersionQueries
{
    /// <summary>The last that was saved first.</summary>
    public static IQueryable<SettingsVersion> Newest(this IQueryable<SettingsVersion> versions) => versions.OrderByDescending(v => v.At).ThenByDescending(v => v.Id);
}

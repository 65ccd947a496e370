namespace Chapar.Events;

/// <summary>An entity whose methods record events; NewsDb writes them with the change.</summary>
public abstract class NewsSubject
{
    readonly List<NewsEvent> recorded = [];

    protected void Record(NewsEvent newsEvent) => recorded.Add(newsEvent);

    /// <summary>Hands over the events recorded since the last call.</summary>
    public IReadOnlyList<NewsEvent> TakeRecorded()
    {
        if (recorded.Count == 0) return [];
        NewsEvent[] taken = [.. recorded];
        recorded.Clear();
        return taken;
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using Chapar.Database;
using Chapar.Settings;

namespace Chapar.Pages;

/// <summary>
/// The kept pages by address, bounded in memory. Whether a page is still true is asked at every hit
/// (<see cref="Editions"/>); nothing has to be thrown out for a change to be seen.
/// </summary>
public sealed class PageStore(Editions editions, PageSettings settings, TimeProvider clock)
{
    /// <summary>From this many answers a page is worth the best compression.</summary>
    const int WorthCompressing = 2;

    readonly ConcurrentDictionary<string, KeptPage> pages = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> underWay = new(StringComparer.Ordinal);
    readonly Channel<KeptPage> toCompress = Channel.CreateBounded<KeptPage>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite });
    long size;
    long hits;
    long misses;
    long same;

    public long Hits => Interlocked.Read(ref hits);
    public long Misses => Interlocked.Read(ref misses);
    /// <summary>Pages made again that came out as they were: what was made untrue for nothing.</summary>
    public long Same => Interlocked.Read(ref same);
    public long Size => Interlocked.Read(ref size);
    public int Count => pages.Count;

    /// <summary>Addresses kept now, for the proof that none is stale.</summary>
    public IReadOnlyCollection<string> Addresses => [.. pages.Keys];

    public ChannelReader<KeptPage> ToCompress => toCompress.Reader;

    /// <summary>The page of this address if there is one and it is true at this moment.</summary>
    public KeptPage? Find(ReadOnlySpan<char> address)
    {
        if (!pages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(address, out var page) || !IsTrue(page)) return null;
        page.UsedAt = Environment.TickCount64;
        Interlocked.Increment(ref hits);
        if (page.CountHit() == WorthCompressing) toCompress.Writer.TryWrite(page);
        return page;
    }

    /// <summary>The article whose page is kept at an address, whether it is true or not.</summary>
    public Guid? ArticleAt(ReadOnlySpan<char> address) => pages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(address, out var page) ? page.ArticleId : null;

    bool IsTrue(KeptPage page)
    {
        if (page.GoodUntil is { } until && clock.GetUtcNow().UtcDateTime >= until) return false;
        var turn = editions.Turn;
        if (page.CheckedAt == turn) return true;
        if (!editions.AreUnchangedSince(page.Began, page.Names)) return false;
        page.CheckedAt = turn;
        return true;
    }

    /// <summary>Makes the caller the one who renders this address, or says whom to wait for.</summary>
    /// <returns>Null when the caller is to render (and then to call <see cref="Finish"/>); else a task that is true when a page was kept.</returns>
    public Task<bool>? Begin(string address)
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = underWay.GetOrAdd(address, mine);
        return first == mine ? null : first.Task;
    }

    public void Finish(string address, bool kept)
    {
        if (underWay.TryRemove(address, out var waiting)) waiting.SetResult(kept);
    }

    public KeptPage Put(string address, byte[] body, string contentType, Rendering rendering)
    {
        Interlocked.Increment(ref misses);
        pages.TryGetValue(address, out var before);
        var page = KeptPage.Make(body, contentType, rendering, clock.GetUtcNow().UtcDateTime, before);
        if (page.Digest == before?.Digest) Interlocked.Increment(ref same);
        page.UsedAt = Environment.TickCount64;
        page.Grew = Grow;
        pages[address] = page;
        Grow(page.Size - (before?.Size ?? 0));
        return page;
    }

    void Grow(long bytes)
    {
        if (Interlocked.Add(ref size, bytes) > settings.MemoryMegabytes * 1024L * 1024) MakeRoom();
    }

    /// <summary>Lets go of the tenth that was asked for longest ago, but of none younger than two seconds (see KeptPage: Last-Modified).</summary>
    void MakeRoom()
    {
        // Counted anew: a page that was let go may have grown since.
        Interlocked.Exchange(ref size, pages.Values.Sum(p => p.Size));
        var young = Environment.TickCount64 - 2000;
        foreach (var (address, page) in pages.OrderBy(p => p.Value.UsedAt).Take(Math.Max(16, pages.Count / 10)))
            if (page.UsedAt < young && pages.TryRemove(new(address, page)))
                Interlocked.Add(ref size, -page.Size);
    }

}

/// <summary>Compresses pages that are asked for again as well as can be, one at a time.</summary>
public sealed class PageCompressor(PageStore store) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in store.ToCompress.ReadAllAsync(stoppingToken))
                await Task.Run(() => page.CompressBest(), stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}

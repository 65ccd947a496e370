using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Chapar.Export;

/// <summary>What a run came to.</summary>
/// <param name="Links">Links of ours that were checked.</param>
/// <param name="Dead">Links that lead nowhere: the page, and the address.</param>
/// <param name="Failed">Addresses that the site could not answer.</param>
public sealed record EditionOutcome(int Written, int Unchanged, int Removed, int Links, IReadOnlyList<(string Page, string Address)> Dead, IReadOnlyList<string> Failed, IReadOnlyDictionary<string, string> Digests)
{
    public bool IsOther => Written + Removed > 0;
}

/// <summary>
/// Writes the site as files: begins at what is given, follows every link of ours, and asks again only for what may have changed since
/// the run before. A page is written in one piece or not at all.
/// </summary>
sealed partial class EditionRun
{
    readonly string folder, baseUrl;
    readonly EditionOf of;
    readonly AskSite ask;
    readonly EditionJournal journal;
    readonly NamedFiles named;
    readonly DateTime now;
    readonly EditionRecord before;
    readonly IReadOnlyDictionary<string, long> numbers;
    readonly Dictionary<string, int> beforeByAddress;
    /// <summary>By the numbers of the run before, those of this one and one more; 0 where none is given yet.</summary>
    readonly int[] nameNow, addressNow;
    /// <summary>Whether the name of that number has changed since the run before.</summary>
    readonly bool[] changed;
    readonly NumberedWords names = new(), addresses = new();
    readonly ConcurrentDictionary<int, string> fileNames = new();
    readonly ConcurrentDictionary<int, KnownAddress> made = new();
    readonly ConcurrentBag<string> failed = [];
    readonly Channel<int> waiting = Channel.CreateUnbounded<int>();
    readonly ConcurrentDictionary<int, bool> seen = new();
    int open, written;

    /// <param name="folder">Where the edition stands.</param>
    /// <param name="of">The newspaper.</param>
    /// <param name="ask">The site.</param>
    /// <param name="before">What is known of the run before.</param>
    /// <param name="numbers">How often each edition name has changed, read before the first page is asked for.</param>
    /// <param name="journal">Gets the name of each file before it is written.</param>
    /// <param name="now">UTC.</param>
    public EditionRun(string folder, EditionOf of, AskSite ask, EditionRecord before, IReadOnlyDictionary<string, long> numbers, EditionJournal journal, DateTime now)
    {
        (this.folder, this.of, baseUrl, this.ask, this.before, this.numbers, this.journal, this.now) = (folder, of, of.BaseUrl, ask, before, numbers, journal, now);
        named = new(of.BaseUrl);
        beforeByAddress = before.Addresses.Select((address, number) => (address, number)).ToDictionary(a => a.address, a => a.number, StringComparer.Ordinal);
        (nameNow, addressNow) = (new int[before.Names.Count], new int[before.Addresses.Count]);
        changed = [.. before.Names.Select((name, i) => numbers.GetValueOrDefault(name) != before.Numbers[i])];
    }

    public async Task<EditionOutcome> FollowAsync(IEnumerable<string> from, CancellationToken stop)
    {
        foreach (var address in from) Want(address);
        if (open > 0) await WorkAsync(stop);
        await RepairAsync(stop);
        int removed = 0;
        var files = made.Values.Where(m => m.File is not null).DistinctBy(m => m.File!).ToDictionary(m => m.File!, m => m.Digest, StringComparer.Ordinal);
        foreach (var file in before.Known.Values.Select(k => k.File).OfType<string>().Where(file => !files.ContainsKey(file)).Distinct())
            if (EditionPath.Remove(folder, file)) removed++;
        var dead = from page in made from link in page.Value.Dead select (addresses[page.Key], addresses[link]);
        return new(written, files.Count - Math.Min(written, files.Count), removed, made.Values.Sum(m => m.Links.Length), [.. dead.Order()], [.. failed.Order(StringComparer.Ordinal)], files);
    }

    /// <summary>What the next run is to know.</summary>
    public EditionRecord Remember() => new()
    {
        Made = before.Made,
        Names = names.All,
        Numbers = [.. names.All.Select(name => numbers.GetValueOrDefault(name))],
        Addresses = addresses.All,
        Known = made.ToDictionary(),
    };

    /// <summary>One hand more than there are cores: the feeds of a list are read once, and who is to write another of them waits for that.</summary>
    async Task WorkAsync(CancellationToken stop) => await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount + 1).Select(_ => Task.Run(async () =>
    {
        using var sheet = new EditionSheet();
        await foreach (var number in waiting.Reader.ReadAllAsync(stop))
        {
            try
            {
                // Who reads from a channel looks at this only while nothing waits in it.
                stop.ThrowIfCancellationRequested();
                made[number] = Known(number) ?? await AskAsync(number, [], sheet, stop);
                foreach (var link in made[number].Links) Want(link);
            }
            finally
            {
                if (Interlocked.Decrement(ref open) == 0) waiting.Writer.TryComplete();
            }
        }
    }, stop)));

    void Want(string address) => Want(addresses.NumberOf(address));

    void Want(int number)
    {
        if (!seen.TryAdd(number, true)) return;
        Interlocked.Increment(ref open);
        waiting.Writer.TryWrite(number);
    }

    /// <summary>What the run before wrote, where it is still true and still stands there.</summary>
    KnownAddress? Known(int number)
    {
        if (!beforeByAddress.TryGetValue(addresses[number], out var then) || !before.Known.TryGetValue(then, out var known)) return null;
        // What did not say on what it depends, and what was not there, is asked for again.
        if (known.File is null || known.Names.Length == 0 && !IsForEver(addresses[number]) || known.GoodUntil <= now || Array.Exists(known.Names, name => changed[name])) return null;
        if (!known.Stands(folder)) return null;
        return known with { Names = Renumber(known.Names, nameNow, before.Names, names), Links = Renumber(known.Links, addressNow, before.Addresses, addresses), Dead = Renumber(known.Dead, addressNow, before.Addresses, addresses) };
    }

    /// <summary>A link stands on hundreds of pages, and is looked up once. Two hands at once find the same number.</summary>
    static int[] Renumber(int[] then, int[] now, List<string> words, NumberedWords numbers)
    {
        var renumbered = new int[then.Length];
        for (int i = 0; i < then.Length; i++)
        {
            if (now[then[i]] == 0) now[then[i]] = numbers.NumberOf(words[then[i]]) + 1;
            renumbered[i] = now[then[i]] - 1;
        }
        return renumbered;
    }

    /// <summary>Pictures and files carry their content in their address.</summary>
    static bool IsForEver(string address) => address.StartsWith("/media/", StringComparison.Ordinal) || address.StartsWith("/assets/", StringComparison.Ordinal);

    /// <summary>A link to what is not there leads to the newspaper's own address, which can say more; pages that have such links, or no longer have, are written again.</summary>
    async Task RepairAsync(CancellationToken stop)
    {
        var dead = made.Where(m => m.Value.File is null).Select(m => m.Key).ToHashSet();
        using var sheet = new EditionSheet();
        foreach (var (number, known) in made.ToArray())
        {
            stop.ThrowIfCancellationRequested();
            int[] now = [.. known.Links.Where(dead.Contains).Distinct().Order()];
            if (!now.SequenceEqual(known.Dead)) made[number] = await AskAsync(number, now, sheet, stop);
        }
    }
}

/// <summary>Gives each word a number, so that what is said of thousands of pages is said once.</summary>
sealed class NumberedWords
{
    readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> all = [];

    public string this[int number]
    {
        get
        {
            lock (all) return all[number];
        }
    }

    public List<string> All
    {
        get
        {
            lock (all) return [.. all];
        }
    }

    public int NumberOf(string word)
    {
        if (numbers.TryGetValue(word, out var known)) return known;
        lock (all)
        {
            if (numbers.TryGetValue(word, out known)) return known;
            all.Add(word);
            return numbers[word] = all.Count - 1;
        }
    }
}

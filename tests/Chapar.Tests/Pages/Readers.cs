using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Chapar.Tests.Pages;

/// <summary>What a reader was answered.</summary>
/// <param name="Server">By whom.</param>
/// <param name="Address">To which question.</param>
/// <param name="Began">The timestamp before it was asked.</param>
/// <param name="Ended">The timestamp after the last byte.</param>
/// <param name="Seen">What.</param>
/// <param name="IsUnchanged">By 304: what the reader had.</param>
sealed record Answer(string Server, string Address, long Began, long Ended, Seen Seen, bool IsUnchanged);

/// <summary>A page as a reader has it.</summary>
sealed record Seen(HttpStatusCode Status, string Where, byte[] Body)
{
    public string Digest { get; } = $"{(int)Status} {Where} {Convert.ToHexString(SHA256.HashData(Body))}";

    public static async Task<Seen> OfAsync(HttpResponseMessage response, CancellationToken stop) =>
        new(response.StatusCode, response.Headers.Location?.ToString() ?? "", await response.Content.ReadAsByteArrayAsync(stop));

    /// <summary>The first line that differs, in both.</summary>
    public string Unlike(Seen right)
    {
        var (mine, theirs) = (Lines(), right.Lines());
        var at = mine.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  line {at + 1}: {Cut(mine, at)}\n  fresh:  {Cut(theirs, at)}";
    }

    string[] Lines() => [$"{(int)Status} {Where}", .. Encoding.UTF8.GetString(Body).Replace("><", ">\n<", StringComparison.Ordinal).Split('\n')];

    static string Cut(string[] lines, int at) => at >= lines.Length ? "(nothing)" : lines[at].Length > 300 ? lines[at][..300] : lines[at];
}

/// <summary>Readers who ask for pages at random as fast as they are answered, some of them whether what they have still holds, some of them leaving before the answer.</summary>
sealed class Readers : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly List<Task> reading = [];
    readonly bool leave;
    long left, failed;

    /// <param name="servers">Whom they ask.</param>
    /// <param name="each">How many of each.</param>
    /// <param name="leave">Whether some leave before they are answered.</param>
    /// <param name="addresses">What they ask for first.</param>
    public Readers(IEnumerable<Uri> servers, int each, bool leave, IReadOnlyList<string> addresses)
    {
        this.leave = leave;
        Addresses = addresses;
        foreach (var server in servers)
            for (int i = 0; i < each; i++)
            {
                var seed = (reading.Count + 1) * 7919;
                reading.Add(Task.Run(() => ReadAsync(server, new Random(seed))));
            }
    }

    /// <summary>What they ask for.</summary>
    public IReadOnlyList<string> Addresses { get; set; }

    public ConcurrentQueue<Answer> Answers { get; } = new();

    /// <summary>Who did not wait for the answer.</summary>
    public long Left => Interlocked.Read(ref left);

    /// <summary>Questions without an answer, or with "something went wrong".</summary>
    public long Failed => Interlocked.Read(ref failed);

    async Task ReadAsync(Uri server, Random random)
    {
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
        // What robots read is not counted: a list of the most read that moves by itself would be an edit of nobody's.
        http.DefaultRequestHeaders.UserAgent.ParseAdd("bench-bot/1.0");
        Dictionary<string, (EntityTagHeaderValue Tag, Seen Seen)> known = new(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested)
        {
            var addresses = Addresses;
            var address = addresses[random.Next(addresses.Count)];
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            var has = known.TryGetValue(address, out var before) && random.Next(3) == 0;
            if (has) request.Headers.IfNoneMatch.Add(before.Tag);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            if (leave && random.Next(4) == 0) patience.CancelAfter(TimeSpan.FromMilliseconds(random.Next(1, 12)));
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var response = await http.SendAsync(request, patience.Token);
                var isUnchanged = response.StatusCode == HttpStatusCode.NotModified;
                var seen = isUnchanged ? before.Seen : await Seen.OfAsync(response, patience.Token);
                if (seen.Status >= HttpStatusCode.InternalServerError) Interlocked.Increment(ref failed);
                else Answers.Enqueue(new(server.Authority, address, began, Stopwatch.GetTimestamp(), seen, isUnchanged));
                if (response.Headers.ETag is { } tag && !isUnchanged) known[address] = (tag, seen);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref left);
            }
            catch (HttpRequestException)
            {
                // Who is being started again answers nobody; not at full speed.
                Interlocked.Increment(ref failed);
                await Task.WhenAny(Task.Delay(20, stop.Token));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(reading);
        stop.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using Chapar.Database;
using Chapar.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

/// <summary>Times a mix of queries on the publication that <c>bench/search.sh</c> names; elsewhere it is skipped.</summary>
public class SearchSpeedTests
{
    const int Rounds = 20;

    static readonly string? Data = Environment.GetEnvironmentVariable("CHAPAR_BENCH_SEARCH");

    [Fact]
    public async Task Queries_are_answered_in_time()
    {
        Assert.SkipUnless(Data is not null, "a measurement: bench/search.sh");
        var stop = TestContext.Current.CancellationToken;
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseSqliteFile(Path.Combine(Data!, "chapar.db"));
        var editions = new Editions();
        List<double> all = [];
        foreach (var (kind, queries) in File.ReadLines(Path.Combine(Data!, "queries.tsv")).Select(l => l.Split('\t')).GroupBy(l => l[0]).Select(g => (g.Key, g.Select(l => l[1]).ToList())))
        {
            List<double> times = [];
            for (int round = -2; round < Rounds; round++)
                foreach (var query in queries)
                {
                    await using var db = new SqliteNewsDb(options.Options, editions);
                    var began = Stopwatch.GetTimestamp();
                    if (kind == "completion") await Completions.OfAsync(db, query, "en", stop);
                    else await SearchQuery.FindAsync(db, new SearchRequest(query) { Language = "en", WithFacets = kind == "facets" }, stop);
                    if (round >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            if (kind != "completion") all.AddRange(times);
            Report(kind, times);
        }
        Report("all but completions", all);
    }

    static void Report(string kind, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search {kind,-20} p50 {times[times.Count / 2],6:0.0} ms   p99 {times[Math.Min(times.Count - 1, times.Count * 99 / 100)],6:0.0} ms   worst {times[^1],6:0.0} ms"));
    }
}

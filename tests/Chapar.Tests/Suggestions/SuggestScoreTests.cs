using System.Globalization;
using System.Text;

namespace Chapar.Tests.Suggestions;

/// <summary>
/// How good suggestions are, by what the editors of real sites (../shared/imports) linked and filed together: nDCG of the first five, and
/// the share of five that are linked with the article or share a held-back topic. <c>bench/suggest.sh</c> prints the table.
/// </summary>
public class SuggestScoreTests
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(House.Sources.Root, "../shared/imports"));

    const int First = 5;

    /// <summary>A topic that more of a site's articles have says too little about one.</summary>
    const double CommonPart = .1;

    sealed record Scored(double Gain, double Share, int Questions)
    {
        public static Scored Mean(IEnumerable<Scored> all)
        {
            var list = all.ToList();
            var questions = list.Sum(s => s.Questions);
            return new(list.Sum(s => s.Gain * s.Questions) / questions, list.Sum(s => s.Share * s.Questions) / questions, questions);
        }
    }

    static readonly string[] Ways = ["WordPress by date", "WordPress by count", "BM25", "BM25, counted", "ours, text alone", "ours, with topics"];

    [Fact]
    public void What_is_suggested_is_what_editors_linked_and_filed_together()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/imports is not there: the exports of real sites are not part of the repository");
        List<(string Corpus, string Truth, Scored[] Ways)> rows = [];
        foreach (var (name, articles) in RealArticles.Read(Folder))
        {
            var links = LinkTruth(articles);
            if (links.Any(l => l.Count > 0)) rows.Add((name, "links", Score(new Ranking(articles, [.. articles.Select(a => a.Tags)]), links)));
            Scored[][] halves = [.. Enumerable.Range(0, 2).Select(half => ScoreTopics(articles, half))];
            rows.Add((name, "topics", [.. Ways.Select((_, way) => Scored.Mean(halves.Select(h => h[way])))]));
        }
        foreach (var truth in new[] { "links", "topics" })
        {
            rows.Add(("all", truth, Mean(r => r.Truth == truth)));
        }
        var table = Table(rows);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        if (Environment.GetEnvironmentVariable("CHAPAR_BENCH_SUGGEST") is not null) Console.WriteLine(table);
        foreach (var (_, truth, ways) in rows.Where(r => r.Corpus == "all"))
            foreach (var ours in ways[4..])
            {
                Assert.True(ours.Gain >= 1.3 * ways[..2].Max(w => w.Gain) && ours.Share >= 1.3 * ways[..2].Max(w => w.Share), $"{truth}: 1.3 times WordPress");
                Assert.True(ours.Gain > ways[2..4].Max(w => w.Gain) && ours.Share > ways[2..4].Max(w => w.Share), $"{truth}: better than BM25");
            }

        Scored[] Mean(Func<(string Corpus, string Truth, Scored[] Ways), bool> of)
        {
            var some = rows.Where(of).ToList();
            return [.. Ways.Select((_, way) => Scored.Mean(some.Select(r => r.Ways[way])))];
        }
    }

    /// <summary>Linked, in either direction.</summary>
    static List<Dictionary<int, double>> LinkTruth(IReadOnlyList<RealArticle> articles)
    {
        var numbers = articles.Select((a, i) => (a.Address, i)).DistinctBy(a => a.Address).ToDictionary(a => a.Address, a => a.i);
        List<Dictionary<int, double>> truth = [.. articles.Select(_ => new Dictionary<int, double>())];
        foreach (var (article, i) in articles.Select((a, i) => (a, i)))
            foreach (var link in article.LinksTo)
                if (numbers.TryGetValue(link, out var to) && to != i) truth[i][to] = truth[to][i] = 1;
        return truth;
    }

    /// <summary>Half of the tags is held back and is the truth, the other half is what may be seen; each is held back once.</summary>
    static Scored[] ScoreTopics(IReadOnlyList<RealArticle> articles, int half)
    {
        var uses = articles.SelectMany(a => a.Tags).CountBy(t => t).ToDictionary();
        bool IsHeldBack(string tag) => tag.Sum(c => c) % 2 == half;
        bool Tells(string tag) => uses[tag] >= 2 && uses[tag] <= Math.Max(5, articles.Count * CommonPart);
        List<HashSet<string>> held = [.. articles.Select(a => a.Tags.Where(t => IsHeldBack(t) && Tells(t)).ToHashSet())];
        List<Dictionary<int, double>> truth = [.. articles.Select((_, i) => Enumerable.Range(0, articles.Count).Where(j => j != i && held[i].Overlaps(held[j])).ToDictionary(j => j, j => (double)held[i].Count(held[j].Contains)))];
        return Score(new Ranking(articles, [.. articles.Select(a => a.Tags.Where(t => !IsHeldBack(t)).ToHashSet())]), truth);
    }

    static Scored[] Score(Ranking ranking, IReadOnlyList<Dictionary<int, double>> truth)
    {
        Func<int, IReadOnlyList<int>>[] ways = [ranking.ByDate, ranking.BySharedTags, ranking.Bm25(false), ranking.Bm25(true), ranking.Ours(false), ranking.Ours(true)];
        var questions = Enumerable.Range(0, truth.Count).Where(i => truth[i].Count > 0).ToList();
        if (questions.Count == 0) return [.. ways.Select(_ => new Scored(0, 0, 0))];
        return [.. ways.Select(way =>
        {
            var found = questions.Select(q => (Truth: truth[q], Found: way(q).Take(First).Select(f => truth[q].GetValueOrDefault(f)).ToList())).ToList();
            return new Scored(found.Average(f => Discounted(f.Found) / Discounted(f.Truth.Values.OrderDescending().Take(First))), found.Average(f => f.Found.Count(gain => gain > 0) / (double)First), questions.Count);
        })];
    }

    static double Discounted(IEnumerable<double> gains) => gains.Select((gain, i) => gain / Math.Log2(i + 2)).Sum();

    static string Table(List<(string Corpus, string Truth, Scored[] Ways)> rows)
    {
        StringBuilder table = new();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"nDCG@5 / share of 5",-22}{"questions",9}  {string.Join("  ", Ways.Select(w => $"{w,18}"))}");
        foreach (var (corpus, truth, ways) in rows)
            table.AppendLine(CultureInfo.InvariantCulture, $"{$"{corpus}, {truth}",-22}{ways[0].Questions,9}  {string.Join("  ", ways.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Gain,10:.000} / {w.Share:.000}")))}");
        return table.ToString();
    }
}

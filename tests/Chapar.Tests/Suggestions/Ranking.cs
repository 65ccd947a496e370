using System.Text.RegularExpressions;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Sections;
using Chapar.Suggestions;
using Chapar.Text;

namespace Chapar.Tests.Suggestions;

/// <summary>Ways to say which articles stand beside another one, the nearest first, each by what it may see of them.</summary>
/// <param name="Tags">Those that may be seen; the others are the truth.</param>
sealed partial record Ranking(IReadOnlyList<RealArticle> Articles, IReadOnlyList<IReadOnlySet<string>> Tags)
{
    const int Most = SuggestionIndex.Offered;

    /// <summary>As a WordPress theme does it: who shares any tag or category, newest first.</summary>
    public IReadOnlyList<int> ByDate(int of) => [.. Sharing(of).OrderByDescending(i => Articles[i].At).ThenByDescending(i => i).Take(Most)];

    /// <summary>As its better plugins do it: who shares the most tags and categories first, newest first among equals.</summary>
    public IReadOnlyList<int> BySharedTags(int of) =>
        [.. Sharing(of).OrderByDescending(i => Tags[i].Count(Tags[of].Contains)).ThenByDescending(i => Articles[i].At).ThenByDescending(i => i).Take(Most)];

    IEnumerable<int> Sharing(int of) => Enumerable.Range(0, Articles.Count).Where(i => i != of && Tags[i].Overlaps(Tags[of]));

    /// <summary>Robertson's BM25 with its usual settings, asked with the whole text of an article, words as they are written.</summary>
    /// <param name="counts">Whether a word of the question counts as often as it stands there.</param>
    public Func<int, IReadOnlyList<int>> Bm25(bool counts)
    {
        const double k1 = 1.2, b = .75;
        var words = Articles.Select(a => Words(a).CountBy(w => w).ToDictionary()).ToList();
        var lengths = words.Select(w => (double)w.Values.Sum()).ToList();
        var mean = lengths.Average();
        var holding = words.SelectMany(w => w.Keys).CountBy(w => w).ToDictionary();
        return of =>
        {
            double Score(int i) => words[of].Where(w => words[i].ContainsKey(w.Key)).Sum(w =>
                Math.Log(1 + (Articles.Count - holding[w.Key] + .5) / (holding[w.Key] + .5)) * (counts ? w.Value : 1)
                * words[i][w.Key] * (k1 + 1) / (words[i][w.Key] + k1 * (1 - b + b * lengths[i] / mean)));
            return [.. Enumerable.Range(0, Articles.Count).Where(i => i != of).Select(i => (i, Score: Score(i))).Where(s => s.Score > 0).OrderByDescending(s => s.Score).Take(Most).Select(s => s.i)];
        };
    }

    static IEnumerable<string> Words(RealArticle article) =>
        $"{article.Headline} {article.Deck} {BodyText.Of(article.Body)}".ToLowerInvariant().Split(' ').SelectMany(w => NoLetter().Split(w)).Where(w => w.Length > 0);

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoLetter();

    /// <summary>Ours.</summary>
    /// <param name="filed">Whether the tags that may be seen are topics, as they would be in our house; otherwise it has the text alone.</param>
    public Func<int, IReadOnlyList<int>> Ours(bool filed)
    {
        var topics = Tags.SelectMany(t => t).Distinct().ToDictionary(t => t, t => new Topic(t.Length > 0 ? t : "none", LocalText.Of("en", t)));
        var authors = Articles.Select(a => a.Author).Distinct().ToDictionary(a => a, a => new Author("author", LocalText.Of("en", a.Length > 0 ? a : "?")));
        SuggestionIndex index = new();
        List<(Guid Id, IReadOnlyList<Term> Terms)> all = [];
        foreach (var (real, tags) in Articles.Zip(Tags))
        {
            var article = new Article("en", Format.News, real.At);
            article.Write(real.Headline, real.Deck, real.Body, real.At);
            if (filed) article.Tag(tags.Select(t => topics[t]), real.At);
            var terms = Fingerprints.Of(article);
            all.Add((article.Id, terms));
            index.Put(new Indexed(article.Id, article.Id, "en", authors[real.Author].Id, real.At), terms);
        }
        var numbers = all.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i);
        return of => [.. index.Choose(all[of].Id, index.FindSimilar(all[of].Id, all[of].Terms)).Select(o => numbers[o.Id])];
    }
}

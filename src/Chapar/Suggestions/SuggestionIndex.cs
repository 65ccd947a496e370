namespace Chapar.Suggestions;

/// <summary>One public article as the index knows it.</summary>
/// <param name="AuthorId">Its first author: at most two suggestions are by one.</param>
public sealed record Indexed(Guid Id, Guid TranslationGroup, string Language, Guid AuthorId, DateTime PublishedAt, Term[] Terms);

/// <summary>
/// All public articles by what they are about, in memory: finds those about the same thing. Rare terms count more than common
/// ones, near dates more than far ones.
/// </summary>
public sealed class SuggestionIndex
{
    public const int Offered = 8;
    const int MostByOneAuthor = 2;

    /// <summary>Days of distance after which nearness in time counts half.</summary>
    const double HalfLifeDays = 180;

    /// <summary>An article must share this part of what the other is about, by weight; less is chance.</summary>
    const double LeastShare = 0.02;

    /// <summary>A term found in more articles than this says too little to look for others by it alone.</summary>
    const int MostPostings = 2000;

    readonly Dictionary<Guid, Indexed> articles = [];
    readonly Dictionary<int, HashSet<Guid>> postings = [];

    public int Count => articles.Count;

    public bool Contains(Guid id) => articles.ContainsKey(id);

    public void Put(Indexed article)
    {
        Remove(article.Id);
        articles[article.Id] = article;
        foreach (var term in article.Terms)
        {
            if (!postings.TryGetValue(term.Hash, out var ids)) postings[term.Hash] = ids = [];
            ids.Add(article.Id);
        }
    }

    public void Remove(Guid id)
    {
        if (!articles.Remove(id, out var article)) return;
        foreach (var term in article.Terms)
            if (postings.TryGetValue(term.Hash, out var ids) && ids.Remove(id) && ids.Count == 0) postings.Remove(term.Hash);
    }

    public void Clear()
    {
        articles.Clear();
        postings.Clear();
    }

    /// <summary>What to read beside this article, best first: at most eight, at most two by one author, never itself or a translation.</summary>
    public IReadOnlyList<(Guid Id, double Score)> Suggest(Guid id)
    {
        List<(Guid, double)> offered = [];
        var byAuthor = new Dictionary<Guid, int>();
        foreach (var (other, score) in Similar(id))
        {
            var author = articles[other].AuthorId;
            var already = byAuthor.GetValueOrDefault(author);
            if (already >= MostByOneAuthor) continue;
            byAuthor[author] = already + 1;
            offered.Add((other, score));
            if (offered.Count == Offered) break;
        }
        return offered;
    }

    /// <summary>All articles in the same language that share enough with this one, best first.</summary>
    public IReadOnlyList<(Guid Id, double Score)> Similar(Guid id)
    {
        if (!articles.TryGetValue(id, out var article)) return [];
        var scores = new Dictionary<Guid, (double Score, int Shared)>();
        double whole = 0;
        foreach (var term in article.Terms)
        {
            var ids = postings[term.Hash];
            var rarity = Math.Log(1 + (double)articles.Count / ids.Count);
            whole += term.Weight * term.Weight * rarity * rarity;
            if (ids.Count > MostPostings) continue;
            foreach (var other in ids)
            {
                var (score, shared) = scores.GetValueOrDefault(other);
                scores[other] = (score + term.Weight * WeightIn(articles[other], term.Hash) * rarity * rarity, shared + 1);
            }
        }
        return [.. scores.Where(s => s.Value.Shared >= 2 && s.Value.Score >= whole * LeastShare && MayStandBeside(article, articles[s.Key]))
            .Select(s => (s.Key, Score: s.Value.Score * Nearness(article, articles[s.Key])))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Key)];
    }

    static bool MayStandBeside(Indexed article, Indexed other) =>
        other.Id != article.Id && other.TranslationGroup != article.TranslationGroup && other.Language == article.Language;

    static double Nearness(Indexed article, Indexed other) =>
        0.6 + 0.4 * Math.Pow(2, -Math.Abs((article.PublishedAt - other.PublishedAt).TotalDays) / HalfLifeDays);

    static float WeightIn(Indexed article, int hash)
    {
        foreach (var term in article.Terms)
            if (term.Hash == hash) return term.Weight;
        return 0;
    }
}

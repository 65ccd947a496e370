using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chapar.Suggestions;

/// <summary>One public article as the index knows it. What it is about stands in its <see cref="Fingerprint"/>.</summary>
/// <param name="AuthorId">Its first author: at most two suggestions are by one.</param>
public readonly record struct Indexed(Guid Id, Guid TranslationGroup, string Language, Guid AuthorId, DateTime PublishedAt);

/// <summary>
/// All public articles by what they are about, in memory: finds those about the same thing. Rare terms count more than common
/// ones, near dates more than far ones. An article takes some 350 bytes: the server keeps all of them.
/// </summary>
public sealed class SuggestionIndex
{
    public const int Offered = 8;
    const int MostByOneAuthor = 2;

    /// <summary>Days of distance after which nearness in time counts half.</summary>
    const double HalfLifeDays = 180;

    /// <summary>An article must share this part of what the other is about, by weight; less is chance.</summary>
    const double LeastShare = 0.02;

    /// <summary>A term found in more than this many articles, and in more than a twentieth of them, is too common to look for others by.</summary>
    const int CommonFrom = 200;

    const int CommonPart = 20;

    /// <summary>By ordinal; nobody where an article has left.</summary>
    readonly List<Indexed> articles = [];

    readonly Dictionary<Guid, int> ordinals = [];
    readonly Dictionary<int, Postings> postings = [];

    // Scratch of one search, kept so that a search of 100,000 articles allocates next to nothing.
    float[] scores = [];
    byte[] shared = [];
    readonly List<int> touched = [];
    readonly List<(Guid Id, double Score)> similar = [];

    public int Count => ordinals.Count;

    public bool Contains(Guid id) => ordinals.ContainsKey(id);

    /// <summary>Takes an article in; one that is here already must be removed first, with the terms it had.</summary>
    public void Put(Indexed article, IReadOnlyList<Term> terms)
    {
        var ordinal = articles.Count;
        articles.Add(article);
        ordinals.Add(article.Id, ordinal);
        foreach (var term in terms) CollectionsMarshal.GetValueRefOrAddDefault(postings, term.Hash, out _).Add(ordinal, term.Weight);
    }

    /// <param name="id">May be one that is not here.</param>
    /// <param name="terms">Those it was taken in with.</param>
    public void Remove(Guid id, IReadOnlyList<Term> terms)
    {
        if (!ordinals.Remove(id, out var ordinal)) return;
        foreach (var term in terms)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrNullRef(postings, term.Hash);
            if (Unsafe.IsNullRef(ref list)) continue;
            list.Remove(ordinal);
            if (list.Count == 0) postings.Remove(term.Hash);
        }
        articles[ordinal] = default;
    }

    public void Clear()
    {
        articles.Clear();
        ordinals.Clear();
        postings.Clear();
    }

    /// <summary>What to read beside an article, of those that <see cref="Similar"/> found: at most eight, at most two by one author.</summary>
    public IReadOnlyList<(Guid Id, double Score)> Choose(IReadOnlyList<(Guid Id, double Score)> similar)
    {
        List<(Guid, double)> offered = [];
        var byAuthor = new Dictionary<Guid, int>();
        foreach (var (other, score) in similar)
        {
            var author = articles[ordinals[other]].AuthorId;
            var already = byAuthor.GetValueOrDefault(author);
            if (already >= MostByOneAuthor) continue;
            byAuthor[author] = already + 1;
            offered.Add((other, score));
            if (offered.Count == Offered) break;
        }
        return offered;
    }

    /// <summary>All articles in the same language that share enough with this one, best first, never itself or a translation; the list is used again by the next search.</summary>
    /// <param name="id">None are similar to one that is not here.</param>
    /// <param name="terms">Those it was taken in with.</param>
    public IReadOnlyList<(Guid Id, double Score)> Similar(Guid id, IReadOnlyList<Term> terms)
    {
        if (!ordinals.TryGetValue(id, out var mine)) return [];
        var article = articles[mine];
        if (scores.Length < articles.Count) (scores, shared) = (new float[articles.Count * 2], new byte[articles.Count * 2]);
        double whole = 0;
        foreach (var term in terms)
        {
            if (!postings.TryGetValue(term.Hash, out var list)) continue;
            var rarity = Math.Log(1 + (double)Count / list.Count);
            var worth = (float)(term.Weight * rarity * rarity);
            whole += worth * term.Weight;
            if (list.Count > CommonFrom && list.Count > Count / CommonPart) continue;
            for (var i = 0; i < list.Count; i++)
            {
                var (ordinal, weight) = list[i];
                if (shared[ordinal]++ == 0) touched.Add(ordinal);
                scores[ordinal] += worth * weight;
            }
        }
        similar.Clear();
        foreach (var ordinal in touched)
        {
            if (shared[ordinal] >= 2 && scores[ordinal] >= whole * LeastShare && articles[ordinal] is { Language: not null } other && MayStandBeside(article, other))
                similar.Add((other.Id, scores[ordinal] * Nearness(article, other)));
            (scores[ordinal], shared[ordinal]) = (0, 0);
        }
        touched.Clear();
        similar.Sort((a, b) => b.Score.CompareTo(a.Score) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
        return similar;
    }

    static bool MayStandBeside(Indexed article, Indexed other) =>
        other.Id != article.Id && other.TranslationGroup != article.TranslationGroup && other.Language == article.Language;

    static double Nearness(Indexed article, Indexed other) =>
        0.6 + 0.4 * Math.Pow(2, -Math.Abs((article.PublishedAt - other.PublishedAt).TotalDays) / HalfLifeDays);
}

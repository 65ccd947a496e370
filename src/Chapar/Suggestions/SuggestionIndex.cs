using System.Numerics;
using System.Runtime.InteropServices;
using Chapar.Articles;

namespace Chapar.Suggestions;

/// <summary>One public article as the index takes it in. What it is about stands in its <see cref="Fingerprint"/>.</summary>
/// <param name="AuthorId">Its first author.</param>
public readonly record struct Indexed(Guid Id, Guid TranslationGroup, string Language, Guid AuthorId, DateTime PublishedAt)
{
    /// <param name="article">With its bylines; public.</param>
    internal static Indexed Of(Article article) =>
        new(article.Id, article.TranslationGroup, article.Language, article.Bylines.OrderBy(b => b.Position).First().AuthorId, article.FirstPublishedAt!.Value);
}

/// <summary>An article that may stand beside another one.</summary>
/// <param name="Score">The more the better; compared only among those of one article.</param>
public readonly record struct Similar(Guid Id, double Score);

/// <summary>
/// All public articles by what they are about, in memory: finds those about the same thing. Rare terms count more than common
/// ones, near dates more than far ones. An article takes some 350 bytes: the server keeps all of them.
/// </summary>
public sealed partial class SuggestionIndex
{
    /// <summary>Terms of an article by which others find it. It looks for others by all it has.</summary>
    const int FoundBy = 48;

    /// <summary>Days of distance after which nearness in time counts half.</summary>
    const double HalfLifeDays = 60;

    /// <summary>The part of its score that an article keeps however far away in time it is.</summary>
    const double Timeless = .5;

    /// <summary>An article must share this part of what the other is about, by weight; less is chance.</summary>
    const double LeastShare = 0.02;

    /// <summary>In another language words are not shared, only names, places and topics, and there are fewer of these to be sure by.</summary>
    const int LeastSharedAcross = 3;

    /// <summary>A term found in more than this many articles, and in more than a twentieth of them, is too common to look for others by.</summary>
    const int CommonFrom = 200;

    const int CommonPart = 20;

    /// <summary>The nearest that a search gives.</summary>
    const int Nearest = 64;

    /// <summary>So many have left before their terms are taken out: until then they are passed over.</summary>
    const int SweptAt = 256;

    struct Entry
    {
        public Guid Id, Group;

        /// <summary>One bit of 64 for each of the most important terms: how many two articles share says how alike they are.</summary>
        public ulong Signature;

        public int Author, Hour;

        /// <summary>From 1, in <see cref="languages"/>; 0 where an article has left.</summary>
        public byte Language;
    }

    Entry[] articles = new Entry[16];
    int used, left;

    readonly Dictionary<Guid, int> ordinals = [];
    readonly Dictionary<int, Postings> postings = [];
    readonly List<string> languages = [];

    // Scratch of one search, kept so that a search of 100,000 articles allocates next to nothing.
    float[] scores = [];
    byte[] shared = [];
    readonly List<int> touched = [];

    public int Count => ordinals.Count;

    public bool Contains(Guid id) => ordinals.ContainsKey(id);

    /// <summary>Takes an article in, in the place of what was known of it.</summary>
    public void Put(Indexed article, ReadOnlySpan<Term> terms)
    {
        Remove(article.Id);
        if (used == articles.Length) Array.Resize(ref articles, used + used / 2);
        var ordinal = used++;
        var most = Math.Max(CommonFrom, Count / CommonPart);
        var placed = 0;
        foreach (var term in terms)
        {
            if (placed == FoundBy) break;
            if (CollectionsMarshal.GetValueRefOrAddDefault(postings, term.Hash, out _).Add(ordinal, term.Weight, most)) placed++;
        }
        articles[ordinal] = new Entry
        {
            Id = article.Id,
            Group = article.TranslationGroup,
            Signature = SignatureOf(terms),
            Author = article.AuthorId.GetHashCode(),
            Hour = (int)(article.PublishedAt - DateTime.UnixEpoch).TotalHours,
            Language = Number(article.Language),
        };
        ordinals.Add(article.Id, ordinal);
    }

    byte Number(string language)
    {
        var at = languages.IndexOf(language);
        if (at < 0)
        {
            at = languages.Count;
            languages.Add(language);
        }
        return (byte)(at + 1);
    }

    /// <param name="id">May be one that is not here.</param>
    public void Remove(Guid id)
    {
        if (!ordinals.Remove(id, out var ordinal)) return;
        articles[ordinal] = default;
        if (++left >= SweptAt) Sweep();
    }

    /// <summary>Takes out the terms of those who have left.</summary>
    internal void Sweep()
    {
        foreach (var hash in postings.Keys)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrNullRef(postings, hash);
            list.Remove(ordinal => articles[ordinal].Language == 0);
            if (list.Count == 0) postings.Remove(hash);
        }
        left = 0;
    }

    public void Clear()
    {
        (articles, used, left) = (new Entry[16], 0, 0);
        ordinals.Clear();
        postings.Clear();
    }

    /// <summary>
    /// The articles that share enough with this one, the best first, at most 64; never itself or a translation. Those in its language; and if they are
    /// fewer than <see cref="Enough"/>, behind them the best in others, each in the language of this article if it was translated.
    /// </summary>
    /// <param name="id">None are similar to one that is not here.</param>
    /// <param name="terms">Those it was taken in with.</param>
    public IReadOnlyList<Similar> FindSimilar(Guid id, IReadOnlyList<Term> terms)
    {
        if (!ordinals.TryGetValue(id, out var mine)) return [];
        var whole = Score(terms);
        PriorityQueue<Similar, (double, Guid)> own = new(), foreign = new();
        foreach (var ordinal in touched)
        {
            ref var other = ref articles[ordinal];
            var isOwn = other.Language == articles[mine].Language;
            if (other.Language != 0 && other.Id != id && other.Group != articles[mine].Group
                && (isOwn ? shared[ordinal] >= 2 && scores[ordinal] >= whole * LeastShare : shared[ordinal] >= LeastSharedAcross))
                Keep(isOwn ? own : foreign, new(other.Id, scores[ordinal] * Nearness(articles[mine].Hour, other.Hour)));
            (scores[ordinal], shared[ordinal]) = (0, 0);
        }
        touched.Clear();
        var found = Ordered(own);
        if (found.Count < Enough) found.AddRange(InLanguageOf(mine, Ordered(foreign), found));
        return found;
    }

    /// <summary>Adds up what each article shares with these terms, in the scratch; how much an article shares with itself.</summary>
    double Score(IReadOnlyList<Term> terms)
    {
        if (scores.Length < used) (scores, shared) = (new float[articles.Length], new byte[articles.Length]);
        double whole = 0;
        foreach (var term in terms)
        {
            if (!postings.TryGetValue(term.Hash, out var list) || list.IsCommon) continue;
            // With those who have left: their terms still stand in the lists.
            var worth = term.Strength * MathF.Log(1 + (Count + left - list.Count + .5f) / (list.Count + .5f));
            whole += worth * term.Strength;
            for (var i = 0; i < list.Count; i++)
            {
                var (ordinal, weight) = list[i];
                if (shared[ordinal]++ == 0) touched.Add(ordinal);
                scores[ordinal] += worth * new Term(0, weight).Strength;
            }
        }
        return whole;
    }

    static void Keep(PriorityQueue<Similar, (double, Guid)> best, Similar one)
    {
        if (best.Count < Nearest) best.Enqueue(one, (one.Score, one.Id));
        else best.EnqueueDequeue(one, (one.Score, one.Id));
    }

    static List<Similar> Ordered(PriorityQueue<Similar, (double, Guid)> best)
    {
        List<Similar> found = new(best.Count);
        while (best.TryDequeue(out var one, out _)) found.Add(one);
        found.Reverse();
        return found;
    }

    static double Nearness(int hour, int other) => Timeless + (1 - Timeless) * Math.Pow(2, -Math.Abs(hour - other) / (24 * HalfLifeDays));

    static ulong SignatureOf(ReadOnlySpan<Term> terms)
    {
        ulong signature = 0;
        for (var i = 0; i < Math.Min(SignatureTerms, terms.Length); i++) signature |= 1UL << (int)((uint)terms[i].Hash * 2654435769u >> 26);
        return signature;
    }

    /// <summary>How much two articles are about the same thing: 0 to 1.</summary>
    static double Likeness(ulong one, ulong other) =>
        (one | other) == 0 ? 0 : (double)BitOperations.PopCount(one & other) / BitOperations.PopCount(one | other);
}

namespace Chapar.Suggestions;

/// <summary>Which of the similar ones are offered: not five of the same, and in another language where there are too few.</summary>
public sealed partial class SuggestionIndex
{
    /// <summary>More than a page shows: some may be withdrawn, or stand on the page already.</summary>
    public const int Offered = 8;

    /// <summary>With fewer in its own language an article is offered beside others too.</summary>
    public const int Enough = 3;

    /// <summary>How much of its score an article loses that is about the very same as one before it.</summary>
    const double Sameness = .5;

    /// <summary>More by one author come only behind those by others.</summary>
    const int MostByOneAuthor = 4;

    /// <summary>Those that are weighed against each other.</summary>
    const int Weighed = 24;

    const int SignatureTerms = 12;

    /// <summary>What readers read beside it counts, beside its score, so much of the best score.</summary>
    const double ReadBeside = .5;

    /// <summary>What to read beside an article, of those that <see cref="FindSimilar"/> found and those that were read beside it: at most eight.</summary>
    /// <param name="id">The article.</param>
    /// <param name="similar">The best first.</param>
    /// <param name="read">How often others are read by readers of this one: 0 to 1 (<see cref="ReadPairs"/>).</param>
    public IReadOnlyList<Similar> Choose(Guid id, IReadOnlyList<Similar> similar, IReadOnlyDictionary<Guid, double>? read = null)
    {
        if (!ordinals.TryGetValue(id, out var mine)) return [];
        var language = articles[mine].Language;
        List<(int Ordinal, double Score)> waiting = [.. similar.Take(Weighed).Where(s => ordinals.ContainsKey(s.Id)).Select(s => (ordinals[s.Id], s.Score))];
        if (read is not null) waiting = WithRead(mine, waiting, read);
        List<Similar> offered = [];
        List<int> chosen = [];
        while (waiting.Count > 0 && offered.Count < Offered)
        {
            var best = waiting.MaxBy(w => (articles[w.Ordinal].Language == language, chosen.Count(c => articles[c].Author == articles[w.Ordinal].Author) < MostByOneAuthor,
                w.Score * (1 - Sameness * chosen.Select(c => Likeness(articles[c].Signature, articles[w.Ordinal].Signature)).DefaultIfEmpty().Max()), articles[w.Ordinal].Id));
            waiting.Remove(best);
            // A story and its translation are one suggestion.
            if (chosen.Exists(c => articles[c].Group == articles[best.Ordinal].Group)) continue;
            chosen.Add(best.Ordinal);
            offered.Add(new(articles[best.Ordinal].Id, best.Score));
        }
        return offered;
    }

    List<(int Ordinal, double Score)> WithRead(int mine, List<(int Ordinal, double Score)> waiting, IReadOnlyDictionary<Guid, double> read)
    {
        var best = waiting.Select(w => w.Score).DefaultIfEmpty(1).Max();
        var scores = waiting.ToDictionary(w => w.Ordinal, w => w.Score);
        foreach (var (other, part) in read)
            if (ordinals.TryGetValue(other, out var ordinal) && articles[ordinal].Language == articles[mine].Language && articles[ordinal].Group != articles[mine].Group)
                scores[ordinal] = scores.GetValueOrDefault(ordinal) + best * ReadBeside * part;
        return [.. scores.Select(s => (s.Key, s.Value))];
    }

    /// <summary>The stories of these in the language of an article where they were translated into it, otherwise as they are.</summary>
    /// <param name="mine">The article.</param>
    /// <param name="foreign">In other languages, the best first.</param>
    /// <param name="found">Those that are not to come again.</param>
    IEnumerable<Similar> InLanguageOf(int mine, List<Similar> foreign, IReadOnlyList<Similar> found)
    {
        if (foreign.Count == 0) return [];
        var groups = foreign.Select(f => articles[ordinals[f.Id]].Group).ToHashSet();
        var known = found.Select(f => articles[ordinals[f.Id]].Group).ToHashSet();
        Dictionary<Guid, Guid> own = [];
        for (var i = 0; i < used; i++)
            if (articles[i].Language == articles[mine].Language && groups.Contains(articles[i].Group)) own[articles[i].Group] = articles[i].Id;
        return foreign.Where(f => known.Add(articles[ordinals[f.Id]].Group)).Take(Offered).ToList()
            .Select(f => own.TryGetValue(articles[ordinals[f.Id]].Group, out var translated) ? f with { Id = translated } : f);
    }
}

using Chapar.Database;
using Chapar.Names;
using Chapar.Text;
using Chapar.Text.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>All names of the house in memory, for completing: known names, authors, places, topics and sections.</summary>
sealed class CompletionNames
{
    static readonly MadeOnce<CompletionNames> Now = new([EditionNames.Names], ReadAsync);

    /// <param name="Text">In a language, and which it is where there is none in that.</param>
    /// <param name="Term">Of the articles that say it; null of what has a page of its own.</param>
    sealed record Named(Func<string, (string Text, string? Language)> Text, CompletionKind Kind, string? Path, string? Term);

    /// <summary>A word of a name in one reading.</summary>
    /// <param name="Spelling">Which of the name's spellings has it: what is typed stands in one.</param>
    readonly record struct Start(string Key, int Place, Named Of, int Spelling);

    readonly Start[] starts;

    CompletionNames(List<Named> names, Func<Named, IEnumerable<(string Text, string Language)>> spellings) =>
        starts = [.. names.SelectMany(named => spellings(named).Index().SelectMany(s => Keys(s.Item.Text, s.Item.Language).Distinct().Select(k => new Start(k.Key, k.Place, named, s.Index)))).OrderBy(s => s.Key, StringComparer.Ordinal)];

    /// <summary>The names as they are now; read anew only when one has changed.</summary>
    public static ValueTask<CompletionNames> NowAsync(Asking asking, CancellationToken stop) => Now.NowAsync(asking, stop);

    static async Task<CompletionNames> ReadAsync(NewsDb db, CancellationToken stop)
    {
        Dictionary<Named, IReadOnlyList<(string, string)>> spellings = [];
        foreach (var name in await db.KnownNames.AsNoTracking().Counting().ToListAsync(stop)) spellings.Add(new(language => Spelt(name, language), CompletionKind.Name, null, IndexTerms.Known(name.Id)), [.. name.Spellings.Select(s => (s.Text, s.Language))]);
        void Add(LocalText name, CompletionKind kind, string path) => spellings.Add(new(l => (name[l], name.Foreign(l)), kind, path, null), [.. name.Languages.Select(l => (name[l], l))]);
        foreach (var author in await db.Authors.AsNoTracking().Select(a => new { a.Name, a.Slug }).ToListAsync(stop)) Add(author.Name, CompletionKind.Author, $"/authors/{author.Slug}");
        foreach (var place in await db.Places.AsNoTracking().ToListAsync(stop)) Add(place.Name, CompletionKind.Place, place.Address);
        foreach (var topic in await db.Topics.AsNoTracking().ToListAsync(stop)) Add(topic.Name, CompletionKind.Topic, topic.Address);
        foreach (var section in await db.Sections.AsNoTracking().ToListAsync(stop)) Add(section.Name, CompletionKind.Section, section.Address);
        return new CompletionNames([.. spellings.Keys], named => spellings[named]);
    }

    static (string, string?) Spelt(KnownName name, string language)
    {
        var spelling = name.Preferred(language);
        return (spelling.Text, spelling.Language == language ? null : spelling.Language);
    }

    /// <summary>
    /// Names of which words begin with all that was typed, those that begin so themselves first, of them those that are written so, and of these what has a page; each with the term of the articles that
    /// say it, null of what has a page of its own.
    /// </summary>
    public IEnumerable<(Completion Completion, string? Term)> Beginning(string typed, string language)
    {
        List<FoldedWord> words = [.. NameFolding.Fold(typed, null).Where(w => !w.IsJoined)];
        if (words.Count == 0) return [];
        var found = words.Select(Of).Aggregate((all, more) => all.Where(one => more.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => Math.Min(one.Value, more[one.Key])));
        // A town of the list of names and its page are one to a reader.
        return found.GroupBy(f => f.Key.Of, f => f.Value).Select(f => (Of: f.Key, Place: f.Min(), Written: f.Key.Text(language)))
            .OrderBy(f => (f.Place, !f.Written.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase), f.Of.Term is not null, f.Of.Kind, f.Written.Text.Length))
            .Select(f => (Completion: new Completion(f.Written.Text, f.Of.Kind, f.Of.Path, f.Written.Language), f.Of.Term))
            .GroupBy(c => c.Completion.Text, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Where(c => c.Term is null).DistinctBy(c => c.Completion.Path) is var pages && pages.Any() ? pages : same.Take(1));
    }

    Dictionary<(Named Of, int Spelling), int> Of(FoldedWord word)
    {
        Dictionary<(Named, int), int> found = [];
        // A vowel that is an i so far may become none: tokay is tokai, and tokayev tokaev.
        var keys = KeysOf(word, 0).Select(k => k.Key);
        foreach (var key in keys.Concat(keys.Where(k => k is ['n', _, .., 'i']).Select(k => k[..^1])).Distinct())
            for (int i = First(key); i < starts.Length && starts[i].Key.StartsWith(key, StringComparison.Ordinal); i++)
                found[(starts[i].Of, starts[i].Spelling)] = Math.Min(starts[i].Place, found.GetValueOrDefault((starts[i].Of, starts[i].Spelling), int.MaxValue));
        return found;
    }

    int First(string key)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(starts[middle].Key, key) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    static IEnumerable<(string Key, int Place)> Keys(string text, string language) => NameFolding.Fold(text, language).SelectMany((word, place) => KeysOf(word, place));

    static IEnumerable<(string Key, int Place)> KeysOf(FoldedWord word, int place) =>
        word.Names.Select(name => (name.Term, place)).Append((IndexTerms.Written(word.Written), place));
}

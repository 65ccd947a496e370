using Chapar.Articles;
using Chapar.Database;

namespace Chapar.Search;

public enum CompletionKind { Name, Author, Place, Topic, Section, Headline }

/// <summary>What a reader who types perhaps wants.</summary>
/// <param name="Text">To be shown, and to be searched for where there is no address.</param>
/// <param name="Language">Of the text, where it is not the reader's.</param>
/// <param name="Path">Where it leads, in the main language's form ("/authors/x"; of a headline the article's own path); null where it is to be searched for.</param>
public sealed record Completion(string Text, CompletionKind Kind, string? Path, string? Language = null);

/// <summary>Completes what is being typed, with nothing that finds nothing: names of the house, other names of articles where there is room, headlines.</summary>
public static class Completions
{
    public const int Most = 8;

    /// <summary>Of them names: headlines follow.</summary>
    const int MostNames = Most / 2 + 1;

    /// <summary>Names of which is asked whether an article says them.</summary>
    const int Asked = 24;

    /// <summary>Articles that are looked at for each headline that is offered: of some only the text has what was typed.</summary>
    const int Looked = 3;

    internal sealed record Headed(Guid Id, string Headline, string Path);

    internal static readonly Question<IReadOnlyList<Guid>, Headed> Headlines = new("search.headlines",
        (db, ids) => db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => new Headed(a.Id, a.Headline, a.Path!)), row => new(row.Id(0), row.Text(1), row.Text(2)));

    /// <summary>At most <see cref="Most"/>, the best first; none for nothing.</summary>
    /// <param name="language">The reader's: of headlines, and for the form of names.</param>
    public static async Task<IReadOnlyList<Completion>> OfAsync(Asking asking, string typed, string language, CancellationToken stop = default)
    {
        var names = await NamesAsync(asking, typed, language, stop);
        var understood = await Understood.ReadAsync(asking, typed, stop: stop);
        var ids = await SearchQuery.NewestAsync(asking, understood, language, (Most - names.Count) * Looked, stop);
        var articles = (await asking.ListAsync(Headlines, ids, stop)).ToDictionary(a => a.Id);
        var headlines = from id in ids
                        where articles.ContainsKey(id)
                        let article = articles[id]
                        where understood.Mark(article.Headline, language).Any(piece => piece.IsHit)
                        select new Completion(article.Headline, CompletionKind.Headline, article.Path);
        List<Completion> all = [.. names, .. headlines.Take(Most - names.Count)];
        if (all.Count == Most) return all;
        var others = await NearNames.BeginningAsync(asking, typed, Narrowing.ToLanguage(language), MostNames, stop);
        return [.. names, .. others.Where(name => !all.Exists(said => said.Text.Contains(name, StringComparison.OrdinalIgnoreCase))).Take(Most - all.Count).Select(name => new Completion(name, CompletionKind.Name, null)), .. all.Skip(names.Count)];
    }

    /// <summary>Names of the house: of those without a page the ones that articles of the language say.</summary>
    static async Task<List<Completion>> NamesAsync(Asking asking, string typed, string language, CancellationToken stop)
    {
        var filters = Narrowing.ToLanguage(language);
        List<Completion> names = [];
        foreach (var (completion, term) in (await CompletionNames.NowAsync(asking, stop)).Beginning(typed, language).Take(Asked))
            if (names.Count < MostNames && (term is null || await NearNames.HasAsync(asking, [term], filters, NearNames.All, stop))) names.Add(completion);
        return names;
    }
}

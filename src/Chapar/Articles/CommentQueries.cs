using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles;

/// <summary>Asking for comments.</summary>
public static class CommentQueries
{
    /// <summary>The first of each thread about which there is something to do.</summary>
    public static IQueryable<Comment> Open(this IQueryable<Comment> comments) => comments.Where(c => c.ThreadId == null && c.ResolvedAt == null);

    /// <summary>A text that is another one when a comment of the story was added, taken back, resolved or reopened.</summary>
    public static async Task<string> StampAsync(this IQueryable<Comment> comments, Guid story, CancellationToken stop = default)
    {
        var found = await comments.Where(c => c.ArticleId == story).GroupBy(c => c.ArticleId)
            .Select(all => new { Count = all.Count(), Turns = all.Sum(c => c.Turns), Last = all.Max(c => c.WrittenAt) }).FirstOrDefaultAsync(stop);
        return found is null ? "" : Stamp(found.Count, found.Turns, found.Last);
    }

    /// <summary>The same of comments that have been read: all those of a story.</summary>
    public static string Stamp(this IReadOnlyCollection<Comment> all) => all.Count == 0 ? "" : Stamp(all.Count, all.Sum(c => c.Turns), all.Max(c => c.WrittenAt));

    static string Stamp(int count, int turns, DateTime last) => $"{count}-{turns}-{new DateTimeOffset(last).ToUnixTimeMilliseconds()}";

    /// <summary>How many open comments and suggestions these stories have; those with neither are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, OpenNotes>> OpenNotesAsync(this NewsDb db, IReadOnlyList<Guid> stories, CancellationToken stop = default)
    {
        var comments = await db.Comments.Open().Where(c => stories.Contains(c.ArticleId)).GroupBy(c => c.ArticleId)
            .Select(all => new { all.Key, Count = all.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, stop);
        var suggestions = await db.SharedTexts.Where(t => t.Suggestions > 0 && stories.Contains(t.ArticleId)).ToDictionaryAsync(t => t.ArticleId, t => t.Suggestions, stop);
        return comments.Keys.Union(suggestions.Keys).ToDictionary(id => id, id => new OpenNotes(comments.GetValueOrDefault(id), suggestions.GetValueOrDefault(id)));
    }
}

/// <summary>What colleagues have said of a story that nobody has done anything about.</summary>
/// <param name="Comments">Threads that are not resolved.</param>
/// <param name="Suggestions">As counted by the page that saved last: the server does not read the shared text.</param>
public readonly record struct OpenNotes(int Comments, int Suggestions);

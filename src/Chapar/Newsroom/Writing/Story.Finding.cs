using Chapar.Articles;
using Chapar.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What can be put into a text: own stories to link to. Pictures stand in <c>Story.Pictures.cs</c>.</summary>
public sealed partial class StoryModel
{
    const int MostFound = 8;

    /// <summary>Own published stories for a link: by their words, or the one at an address.</summary>
    public async Task<IActionResult> OnGetStoriesAsync(Guid id, string q)
    {
        if (await FindAsync(id) is { } refused) return refused;
        var published = Db.Articles.AsNoTracking().Published();
        IReadOnlyList<Guid>? ids = q.StartsWith('/') ? null : [.. (await SearchQuery.FindAsync(Db, q, Article.Language, 1, Stop)).Ids.Take(MostFound)];
        var found = await (ids is null ? published.Where(a => a.Path == q) : published.Where(a => ids.Contains(a.Id)))
            .Select(a => new { a.Id, Value = a.Path, Text = a.Headline, At = a.FirstPublishedAt }).ToListAsync(Stop);
        return Answer(StatusCodes.Status200OK, found.OrderBy(f => ids is null ? 0 : ids.ToList().IndexOf(f.Id))
            .Select(f => new { f.Id, f.Value, f.Text, Hint = Dates.Day(f.At!.Value) }));
    }
}

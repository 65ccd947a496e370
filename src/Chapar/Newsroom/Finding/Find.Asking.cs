using Chapar.Articles;
using Chapar.Newsroom.House;
using Chapar.Newsroom.Pictures;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Finding;

/// <summary>Where each kind of thing is looked for. Names are compared here and not by the database, which folds no Cyrillic.</summary>
public sealed partial class FindModel
{
    const int MostStories = 8, MostOthers = 4;

    /// <summary>Stories at work that are looked through: more than a newsroom has on its desks.</summary>
    const int LookedThrough = 1000;

    IEnumerable<Answer> Commands(string[] words) => Command.All
        .Where(c => c.Right is not { } right || May(right))
        // By either name: who learnt the newsroom in English goes on typing it.
        .Where(c => Has(W[c.Name], words) || (words.Length > 0 && Has(Words.In("en")[c.Name], words)))
        .Take(words.Length == 0 ? MostStories : MostOthers).Select(c => new Answer("command", W[c.Name], "", c.Path, IsAct: c.IsAct));

    async Task<IEnumerable<Answer>> MineAsync()
    {
        var me = Me.Id;
        var mine = await (from draft in Db.Drafts.AsNoTracking()
                          join article in Db.Articles.AsNoTracking() on draft.ArticleId equals article.Id
                          where article.OwnerId == me || draft.ClaimedById == me
                          orderby draft.ChangedAt descending
                          select new { article.Id, draft.Headline, article.Language, draft.Stage, draft.ChangedAt }).Take(MostOthers).ToListAsync(Stop);
        return mine.Select(m => Story(m.Id, m.Headline, m.Language, m.Stage.ToString(), m.ChangedAt));
    }

    async Task<IEnumerable<Answer>> AtWorkAsync(string[] words)
    {
        var (me, reads) = (Me.Id, May(Right.ReadDrafts));
        var drafts = await (from draft in Db.Drafts.AsNoTracking()
                            join article in Db.Articles.AsNoTracking() on draft.ArticleId equals article.Id
                            where reads || article.OwnerId == me || draft.ClaimedById == me
                            orderby draft.ChangedAt descending
                            select new { article.Id, draft.Headline, article.Language, Stage = (Stage?)draft.Stage, At = draft.ChangedAt }).Take(LookedThrough).ToListAsync(Stop);
        var untouched = await Db.Articles.AsNoTracking()
            .Where(a => Languages.All.Contains(a.Language) && a.Status == ArticleStatus.Draft && (reads || a.OwnerId == me) && !Db.Drafts.Any(d => d.ArticleId == a.Id))
            .OrderByDescending(a => a.ChangedAt).Take(LookedThrough).Select(a => new { a.Id, a.Headline, a.Language, Stage = (Stage?)Stage.Writing, At = a.ChangedAt }).ToListAsync(Stop);
        return drafts.Concat(untouched).Where(d => Has(d.Headline, words)).Take(MostStories).Select(d => Story(d.Id, d.Headline, d.Language, d.Stage.ToString()!, d.At));
    }

    async Task<IEnumerable<Answer>> PublishedAsync()
    {
        var ids = await SearchQuery.NewestAsync(Db, Query, MostStories, Stop);
        var found = await Db.Articles.AsNoTracking().Published().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Language, At = a.FirstPublishedAt!.Value }).ToListAsync(Stop);
        return found.OrderBy(f => ids.ToList().IndexOf(f.Id)).Select(f => Story(f.Id, f.Headline, f.Language, "Published", f.At));
    }

    async Task<IEnumerable<Answer>> WithdrawnAsync(string[] words)
    {
        if (!May(Right.ReadDrafts)) return [];
        var withdrawn = await Db.Articles.AsNoTracking().Where(a => Languages.All.Contains(a.Language) && a.Status == ArticleStatus.Withdrawn)
            .OrderByDescending(a => a.FirstPublishedAt).Take(LookedThrough).Select(a => new { a.Id, a.Headline, a.Language, At = a.FirstPublishedAt!.Value }).ToListAsync(Stop);
        return withdrawn.Where(a => Has(a.Headline, words)).Take(MostOthers).Select(a => Story(a.Id, a.Headline, a.Language, "Withdrawn", a.At));
    }

    async Task<IEnumerable<Answer>> FilingsAsync(string[] words)
    {
        if (!May(Right.EditSections)) return [];
        List<Answer> found = [];
        foreach (var kind in Enum.GetValues<FilingKind>())
        {
            var names = await Db.Filings(kind).AsNoTracking().Select(f => new { f.Id, f.Slug, f.Name }).ToListAsync(Stop);
            found.AddRange(names.Where(f => Has($"{f.Slug} {string.Join(' ', f.Name.Languages.Select(l => f.Name[l]))}", words)).OrderBy(f => f.Slug.Length).Take(MostOthers)
                .Select(f => new Answer(kind.ToString(), f.Name[Language], f.Slug, $"{kind.ListPath()}/{f.Id}")));
        }
        return found;
    }

    async Task<IEnumerable<Answer>> AuthorsAsync(string[] words)
    {
        if (!May(Right.EditAuthors)) return [];
        var names = await Db.Authors.AsNoTracking().Select(a => new { a.Id, a.Slug, a.Name, a.Role }).ToListAsync(Stop);
        return names.Where(a => Has($"{a.Slug} {string.Join(' ', a.Name.Languages.Select(l => a.Name[l]))}", words)).Take(MostOthers)
            .Select(a => new Answer("author", a.Name[Language], a.Role[Language], $"/newsroom/authors/{a.Id}"));
    }

    async Task<IEnumerable<Answer>> StaffAsync(string[] words)
    {
        if (!May(Right.ManageStaff)) return [];
        var names = await Db.Staff.AsNoTracking().Select(m => new { m.Id, m.Name, m.Email }).ToListAsync(Stop);
        return names.Where(m => Has($"{m.Name} {m.Email}", words)).Take(MostOthers).Select(m => new Answer("staff", m.Name, m.Email, $"/newsroom/staff/{m.Id}"));
    }

    async Task<IEnumerable<Answer>> PicturesAsync()
    {
        if (!May(Right.EditPictures) || Query.Length < 2) return [];
        var found = await Db.Pictures.AsNoTracking().Named(Query).OrderByDescending(p => p.Id).Take(MostOthers).Select(p => new { p.Id, p.Caption, p.FileName, p.Credit }).ToListAsync(Stop);
        return found.Select(p => new Answer("picture", p.Caption[Language] is { Length: > 0 } caption ? caption : p.FileName, p.Credit, $"/newsroom/pictures/{p.Id}"));
    }

    Answer Story(Guid id, string headline, string language, string state, DateTime at) =>
        new("story", headline.Length > 0 ? headline : W["story.untitled"], $"{W[$"stage.{state.ToLowerInvariant()}"]}, {Dates.Brief(at, Now)}", $"/newsroom/stories/{id}", language == Language ? null : language);
}

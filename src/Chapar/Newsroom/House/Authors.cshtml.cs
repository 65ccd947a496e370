using Chapar.Articles;
using Chapar.Authors;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>Who signs articles, and one more.</summary>
[Needs(Right.EditAuthors)]
public sealed class AuthorsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int Shown = 200;

    public sealed record Row(Author Author, int Articles);

    public string Query { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public LocalText Name { get; private set; } = LocalText.Empty;
    public string Slug { get; private set; } = "";
    public AuthorKind Kind { get; private set; }

    public Task OnGetAsync(string? q) => ShowAsync(q);

    public async Task<IActionResult> OnPostAsync(string? slug, AuthorKind kind)
    {
        (Name, Kind) = (this.Read("name", LocalText.Empty), kind);
        Slug = this.SlugOf(slug, Name);
        var problem = Name.Exactly(Publication.MainLanguage) is null ? W.Fill("house.no-name", Languages.OwnName(Publication.MainLanguage))
            : Slug.Length == 0 ? W["house.no-slug"]
            : await Db.Authors.AnyAsync(a => a.Slug == Slug, Stop) ? W.Fill("house.slug-taken", Slug) : null;
        if (problem is not null)
        {
            await ShowAsync(null);
            return Refuse(problem);
        }
        var author = new Author(Slug, Name, kind);
        author.Join(Me.Name, Now);
        Db.Add(author);
        foreach (var prefix in this.Prefixes()) await Addresses.ClearAsync(Db, prefix + author.Address, Stop);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("house.added", Name[Language]));
        return Redirect($"/newsroom/authors/{author.Id}");
    }

    async Task ShowAsync(string? q)
    {
        Title = W["house.authors"];
        Query = (q ?? "").Trim();
        var words = Folding.Words(Query).ToList();
        var found = (await Db.Authors.AsNoTracking().ToListAsync(Stop))
            .Where(a => words.TrueForAll(word => Folding.Fold($"{a.Slug} {a.Name.ToJson()}").Contains(word, StringComparison.Ordinal)))
            .OrderBy(a => a.Name[Language], Collation.In(Language)).ToList();
        Total = found.Count;
        Guid[] ids = [.. found.Take(Shown).Select(a => a.Id)];
        var counts = await Db.Bylines.Where(b => ids.Contains(b.AuthorId)).GroupBy(b => b.AuthorId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Stop);
        Rows = [.. found.Take(Shown).Select(a => new Row(a, counts.GetValueOrDefault(a.Id)))];
    }
}

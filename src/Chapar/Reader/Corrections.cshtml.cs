using Chapar.Articles;
using Chapar.Database;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>All corrections of the publication in this language, newest first.</summary>
public sealed class CorrectionsModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int Shown = 200;

    public sealed record Line(CorrectionKind Kind, string Text, DateTime At, string Headline, string Path);

    internal static readonly Question<string, Line> Newest = new("corrections",
        (db, language) => db.Corrections.Where(c => c.Article!.Status == ArticleStatus.Published && c.Article.Language == language)
            .OrderByDescending(c => c.At).Take(Shown).Select(c => new Line(c.Kind, c.Text, c.At, c.Article!.Headline, c.Article.Path!)),
        row => new(row.Word<CorrectionKind>(0), row.Text(1), row.At(2), row.Text(3), row.Text(4)));

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Rendering.DependOn(EditionNames.Articles(Language));
        Lines = await Newest.ListAsync(Desk.Lines, Language);
        Head.Title = W["corrections"];
        Head.Description = W.Fill("corrections-description", Publication.Name);
        Head.Canonical = $"{Prefix}/corrections";
        return Kept();
    }
}

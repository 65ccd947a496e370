using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>A page about the publication.</summary>
public sealed class PlainModel(ReaderDesk desk) : ReaderPage(desk)
{
    public PlainPage PlainPage { get; private set; } = null!;
    public string BodyHtml { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Rendering.DependOn(EditionNames.PlainPage(id));
        var page = await Db.PlainPages.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.IsPublic);
        if (page is null || !Publication.Languages.Contains(page.Language)) return NotFound();
        PlainPage = page;
        BodyHtml = await new ArticleBody(this).RenderAsync(page.Body);
        var siblings = await Db.PlainPages.AsNoTracking().Where(p => p.TranslationGroup == page.TranslationGroup && p.IsPublic).Select(p => new { p.Language, p.Path }).ToListAsync();
        Head.Title = page.Title;
        Head.Description = BodyText.Of(page.Body).Split('\n')[0];
        Head.Canonical = page.Path;
        var shown = siblings.Where(s => Publication.Languages.Contains(s.Language)).OrderBy(s => Publication.Languages.ToList().IndexOf(s.Language)).ToList();
        Head.Translations = shown.Count > 1 ? [.. shown.Select(s => (s.Language, s.Path))] : [];
        return Kept();
    }
}

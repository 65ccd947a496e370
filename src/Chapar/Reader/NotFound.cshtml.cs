using Chapar.Articles;
using Chapar.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>An article as a language menu leads to it.</summary>
public sealed record Version(string Language, string Path, string Headline);

/// <summary>Nothing stands or stood at this address, at least not in this language: says so, and helps on.</summary>
public sealed class NotFoundModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int LatestCount = 5;

    /// <summary>What the reader may have looked for: the words of the address.</summary>
    public string Guess { get; private set; } = "";

    /// <summary>The language that was asked for, when the newspaper does not appear in it.</summary>
    public string? LanguageOff { get; private set; }

    /// <summary>The article in the languages in which it is public, when it stands at this address in another one.</summary>
    public IReadOnlyList<Version> Versions { get; private set; } = [];

    public IReadOnlyList<Teaser> Latest { get; private set; } = [];

    public override string In(string language) => Versions.FirstOrDefault(v => v.Language == language)?.Path ?? base.In(language);

    public async Task<PageResult> OnGetAsync()
    {
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Request.Path.Value ?? "";
        Guess = string.Join(' ', path[(path.LastIndexOf('/') + 1)..].Split('-', '_', '.', '+').Where(w => w.Length > 1 && !w.All(char.IsAsciiDigit)));
        LanguageOff = Off(path);
        var page = LanguageOff is { } off ? path[(off.Length + 1)..] : path;
        Versions = await VersionsAsync(page);
        Latest = await LatestAsync();
        Head.Title = Title;
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public string Title => LanguageOff is { } off ? W.Fill("language-off", Languages.OwnName(off)) : W[Versions.Count > 0 ? "untranslated" : "not-found"];

    /// <summary>"tg" of "/tg/2026/11/bread", when the newspaper has it not.</summary>
    string? Off(string path) =>
        Language == Publication.MainLanguage && path.Split('/') is [_, var first, ..] && Languages.IsKnown(first) && !Publication.Languages.Contains(first) ? first : null;

    async Task<IReadOnlyList<Version>> VersionsAsync(string page)
    {
        List<string> there = [.. Languages.All.Select(l => Publication.Prefix(l) + page)];
        var group = await Db.Articles.Where(a => a.Status == ArticleStatus.Published && there.Contains(a.Path!)).OrderBy(a => a.FirstPublishedAt).Select(a => (Guid?)a.TranslationGroup).FirstOrDefaultAsync();
        if (group is not { } one) return [];
        var all = await Db.Articles.AsNoTracking().Published().Where(a => a.TranslationGroup == one).Select(a => new Version(a.Language, a.Path!, a.Headline)).ToListAsync();
        return [.. Publication.Languages.Select(l => all.Find(v => v.Language == l)).OfType<Version>()];
    }

    /// <summary>Of the same section where the article is known and there are any; else the newest.</summary>
    async Task<IReadOnlyList<Teaser>> LatestAsync()
    {
        var articles = Db.Articles.Published().InLanguage(Language);
        if (Versions is [var version, ..])
        {
            var section = await Db.Articles.Where(a => a.Path == version.Path).Select(a => a.SectionId).FirstOrDefaultAsync();
            if (await articles.Where(a => a.SectionId == section).Newest().Take(LatestCount).AsTeasersAsync(this) is { Count: > 0 } same) return same;
        }
        return await articles.Newest().Take(LatestCount).AsTeasersAsync(this);
    }
}

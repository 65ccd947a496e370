using Chapar.Articles;
using Chapar.Database;
using Chapar.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

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

    public async Task<IActionResult> OnGetAsync()
    {
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Request.Path.Value ?? "";
        Guess = string.Join(' ', path[(path.LastIndexOf('/') + 1)..].Split('-', '_', '.', '+').Where(w => w.Length > 1 && !w.All(char.IsAsciiDigit)));
        var off = Language == Publication.MainLanguage ? LanguagePath.Off(path, Publication) : null;
        LanguageOff = off?.Language;
        var page = off?.Page ?? path;
        if (off is null && await OfOtherFormAsync(page) is { } to)
        {
            Leading.Send(Response, new PathString(to).ToUriComponent(), isOfForm: false);
            return new EmptyResult();
        }
        Versions = await VersionsAsync(page);
        Latest = await LatestAsync();
        Head.Title = Title;
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public string Title => LanguageOff is { } off ? W.Fill("language-off", Languages.OwnName(off)) : W[Versions.Count > 0 ? "untranslated" : "not-found"];

    internal static readonly Question<IReadOnlyList<string>, Guid> GroupAt = new("group.at",
        (db, paths) => db.Articles.Published().Where(a => paths.Contains(a.Path!)).OrderBy(a => a.FirstPublishedAt).Take(1).Select(a => a.TranslationGroup), row => row.Id(0));

    internal static readonly Question<string, Guid> SectionOf = new("section.of",
        (db, path) => db.Articles.Published().Where(a => a.Path == path).Select(a => a.SectionId!.Value), row => row.Id(0));

    /// <summary>Where the article stands that was published while this language was the main one, or was not yet.</summary>
    async Task<string?> OfOtherFormAsync(string page)
    {
        var form = LanguagePath.Forms(Publication, Language, page)[1];
        return await ArticleAddress.At.FirstAsync(Desk.Lines, form) is { } article && article.Language == Language ? form : null;
    }

    async Task<IReadOnlyList<Version>> VersionsAsync(string page)
    {
        List<string> there = [.. Languages.All.SelectMany(l => LanguagePath.Forms(Publication, l, page)).Distinct()];
        if (await GroupAt.FirstAsync(Desk.Lines, there) is var group && group == Guid.Empty) return [];
        var all = await StorySibling.Of.ListAsync(Desk.Lines, group);
        return [.. Publication.Languages.Select(l => all.Find(v => v.Language == l)).OfType<StorySibling>().Select(v => new Version(v.Language, v.Path, v.Headline))];
    }

    /// <summary>Of the same section where the article is known and there are any; else the newest.</summary>
    async Task<IReadOnlyList<Teaser>> LatestAsync()
    {
        if (Versions is [var version, ..] && await SectionOf.FirstAsync(Desk.Lines, version.Path) is var section
            && await Shelf.NewestInSection.ListAsync(Desk.Lines, new(section, Language)) is { Count: > 0 } same) return await this.TeasersAsync([.. same.Take(LatestCount)]);
        return await this.TeasersAsync([.. (await HomeModel.Newest.ListAsync(Desk.Lines, Language)).Take(LatestCount)]);
    }
}

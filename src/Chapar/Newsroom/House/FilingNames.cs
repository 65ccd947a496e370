using Chapar.Articles;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

static class FilingNames
{
    /// <summary>Why a slug cannot be had, as a sentence; null when it is free.</summary>
    /// <param name="self">Who has it already.</param>
    public static async Task<string?> TakenAsync(this NewsroomPage page, FilingKind kind, string slug, Guid? self)
    {
        if (await page.Db.Filings(kind).AnyAsync(f => f.Slug == slug && f.Id != self, page.Stop)) return page.W.Fill("house.slug-taken", slug);
        if (kind != FilingKind.Section) return null;
        if (page.Publication.Languages.Contains(slug) || Addresses.OwnWords.Contains(slug)) return page.W.Fill("house.slug-ours", slug);
        foreach (var prefix in page.Prefixes())
            if (await Addresses.StandingAsync(page.Db, $"{prefix}/{slug}", page.Stop) is Standing.Article or Standing.PlainPage)
                return page.W.Fill("house.slug-stands", $"{prefix}/{slug}");
        return null;
    }
}

using Chapar.Database;
using Chapar.Fronts;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>The slots of a front as a page shows them: home and sections alike.</summary>
static class FrontShelf
{
    internal static readonly Question<string, PlacedItem> SlotsOf = new("front.slots",
        (db, front) => db.FrontSlots.Where(s => s.Front == front && s.Position < FrontSlot.Count).Select(s => new PlacedItem(s.Position, new FrontItem(s.ArticleId, s.Headline, s.PictureId, s.PinnedUntil))),
        row => new(row.Number(0), new(row.Id(1), row.TextOrNot(2), row.IdOrNot(3), row.AtOrNot(4))));

    /// <summary>What stands in the slots now, by position. A story that is not public is left out, and a pin whose time has passed.</summary>
    public static async Task<Dictionary<int, Teaser>> SlotsAsync(this ReaderPage page, string front)
    {
        page.Rendering.DependOn(EditionNames.Front(front));
        var layout = page.HttpContext.Features.Get<FrontPreview>() is { } preview && preview.Front == front
            ? preview.Layout
            : await page.Desk.Remembered.GetAsync(new($"slots {front}"), page.Rendering, async made =>
            {
                made.DependOn(EditionNames.Front(front));
                return FrontLayout.Of(await SlotsOf.ListAsync(page.Desk.Lines, front));
            });
        // The first pin that ends makes the page untrue by itself.
        foreach (var until in layout.Items.Select(i => i?.Until).Where(until => until > page.Now)) page.Rendering.ExpireAt(until!.Value);
        var standing = layout.Items.Index().Where(i => i.Item?.Stands(page.Now) == true).ToDictionary(i => i.Index, i => i.Item!);
        var teasers = (await page.TeasersAsync([.. standing.Values.Select(i => i.Article).Distinct()])).ToDictionary(t => t.Id);
        var pictures = await page.PicturesAsync([.. standing.Values.Select(i => i.Picture).OfType<Guid>().Distinct()]);
        return standing.Where(s => teasers.ContainsKey(s.Value.Article)).ToDictionary(s => s.Key, s => Dress(teasers[s.Value.Article], s.Value, pictures));
    }

    static async Task<Dictionary<Guid, Picture>> PicturesAsync(this ReaderPage page, IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0) return [];
        page.Rendering.DependOn(ids.Select(EditionNames.Picture));
        return (await page.Db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync()).Where(page.Shows).ToDictionary(p => p.Id);
    }

    static Teaser Dress(Teaser teaser, FrontItem item, Dictionary<Guid, Picture> pictures) => teaser with
    {
        Headline = item.Headline ?? teaser.Headline,
        Picture = item.Picture is { } id && pictures.TryGetValue(id, out var own) ? new TeaserPicture(own.Face(), "") : teaser.Picture,
    };
}

using Chapar.Database;
using Chapar.Pages;
using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>The bulletins in force, read once after each change for all pages of all languages: the ticker, the page of rates, the API.</summary>
static class RatesAtHand
{
    /// <summary>All banks' bulletins, on which the part or page that is made depends from now on.</summary>
    public static ValueTask<BulletinsInForce> BulletinsAsync(this ReaderPage page, Rendering made) =>
        page.Desk.Remembered.GetAsync(new("bulletins"), made, async read =>
        {
            read.DependOn([EditionNames.Rates]);
            read.ExpireAt(RateStatuses.NextChangeAt(page.Now));
            return await BulletinsInForce.ReadAsync(page.Asking, RateSources.All, page.Now, page.HttpContext.RequestAborted);
        });
}

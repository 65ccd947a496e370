namespace Chapar.Tests.Pages;

/// <summary>
/// The proof of DESIGN section 4: random edits of every kind, and after each every kept address is compared with a fresh
/// render. 500 edits here; as many as CHAPAR_TEST_EDITS says on demand (10,000 for a release).
/// </summary>
public sealed class StaleTests
{
    static readonly int Edits = int.TryParse(Environment.GetEnvironmentVariable("CHAPAR_TEST_EDITS"), out var edits) ? edits : 500;

    /// <summary>All kept pages are compared after every edit; to keep the suite quick the kept set is small but of every kind.</summary>
    const int Articles = 12;

    [Fact]
    public async Task After_any_edit_no_kept_page_differs_from_a_fresh_one()
    {
        await using var site = await Site.StartAsync();
        await using var fresh = await site.FreshAsync();
        var press = await Press.StartAsync(site, seed: 20261124);
        for (int i = 0; i < Articles; i++) await press.PublishAsync();
        await site.DispatchAsync();

        int compared = 0, kept = 0;
        for (int edit = 1; edit <= Edits; edit++)
        {
            // What was compared after the edit before is what is kept now.
            var addresses = await press.AddressesAsync();
            var what = await press.EditAsync();
            if (edit % 3 == 0) await site.DispatchAsync();
            fresh.Forget(site.Publication);
            await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (address, _) =>
            {
                using var shown = await site.GetAsync(address);
                using var right = await fresh.GetAsync(address);
                var (seen, should) = (await Seen.OfAsync(shown, TestContext.Current.CancellationToken), await Seen.OfAsync(right, TestContext.Current.CancellationToken));
                Assert.True(seen.Digest == should.Digest, $"Edit {edit} ({what}) left {address} stale.\n{seen.Unlike(should)}");
                Interlocked.Increment(ref compared);
            });
            kept += site.Pages.Count;
        }
        Assert.True(site.Pages.Hits > compared / 5, $"Only {site.Pages.Hits} of {compared} answers came from the store: the proof proves little.");
        Assert.True(kept > 0);
    }
}

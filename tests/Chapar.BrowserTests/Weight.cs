namespace Chapar.BrowserTests;

/// <summary>What a page costs a reader who comes for the first time.</summary>
static class Weight
{
    const int Phone = 360;

    /// <summary>Bytes on the wire, headers too, of all that a phone's browser fetches for a page until nothing more comes; what a worker fetches afterwards is not the page's.</summary>
    public static async Task<long> WeighAsync(this Site site, string path, bool withPhotos = true, bool savesData = false)
    {
        var page = await site.OpenAsync(Phone);
        if (!withPhotos) await page.RouteAsync("**/media/**", route => route.AbortAsync());
        if (savesData) await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Save-Data"] = "on" });
        long bytes = 0;
        var pending = new List<Task>();
        page.RequestFinished += (_, request) => pending.Add(AddAsync(request));
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.WhenAll(pending);
        await page.Context.CloseAsync();
        return bytes;

        async Task AddAsync(IRequest request)
        {
            var sizes = await request.SizesAsync();
            Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
        }
    }
}

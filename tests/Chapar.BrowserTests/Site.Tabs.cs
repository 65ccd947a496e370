using System.Collections.Concurrent;

namespace Chapar.BrowserTests;

public sealed partial class Site
{
    readonly ConcurrentBag<IPage> tabs = [], tabsWithoutScript = [];

    /// <summary>
    /// A page in a tab that goes from test to test: a profile of its own costs more than most tests do. For tests that only look, and leave
    /// nothing behind but the page; no worker is let in. The test skips where there is no Chromium.
    /// </summary>
    public async Task<Tab> LookAtAsync(string path, int width = 1440, bool script = true)
    {
        var idle = script ? tabs : tabsWithoutScript;
        if (!idle.TryTake(out var page)) page = await OpenAsync(width, script: script, workers: ServiceWorkerPolicy.Block);
        var tab = new Tab(page, idle);
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Screen });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return tab;
    }

    /// <summary>A borrowed tab, which goes back for the next test.</summary>
    public sealed class Tab(IPage page, ConcurrentBag<IPage> idle) : IDisposable
    {
        /// <summary>What it shows.</summary>
        public IPage Page => page;

        /// <inheritdoc/>
        public void Dispose() => idle.Add(page);
    }
}

namespace Chapar.BrowserTests;

/// <summary>What the Tab key comes to.</summary>
static class Stops
{
    /// <summary>Goes by Tab through what a page offers, sixty at the most; those on which nothing shows that the keyboard is there.</summary>
    /// <param name="page">As it was opened.</param>
    /// <param name="offered">What can be come to, as a selector.</param>
    /// <param name="apartFrom">What shows it otherwise, as a selector: a caret.</param>
    public static async Task<IReadOnlyList<string>> UnmarkedStopsAsync(this IPage page, string offered, string apartFrom = "body")
    {
        List<string> unmarked = [];
        for (var left = Math.Min(60, await page.Locator(offered).CountAsync()); left > 0; left--)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(
                """
                apartFrom => {
                  const it = document.activeElement, style = getComputedStyle(it);
                  return it === document.body || it.matches(apartFrom) || style.outlineStyle !== "none" || style.boxShadow !== "none" ? null : it.outerHTML.slice(0, 200);
                }
                """, apartFrom) is { } stop) unmarked.Add($"not marked: {stop}");
        }
        return unmarked;
    }
}

using Deque.AxeCore.Commons;

namespace Chapar.BrowserTests;

/// <summary>
/// What axe is asked of every page. The script is put into a page once and asked there as often as the page changes its width or
/// colours: the ready-made binding puts it in again, and opens a tab to gather what it found, each time it is asked.
/// </summary>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // "wcag22aa" has to be asked for by name: its one rule (target size) is off by default.
    const string Ask =
        """
        async ([apartFrom, onlyColours]) => {
          const found = await axe.run({ include: [["html"]], exclude: apartFrom ? [[apartFrom]] : [] }, {
            runOnly: onlyColours ? { type: "rule", values: ["color-contrast", "link-in-text-block"] }
              : { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            resultTypes: ["violations"]
          });
          if (found.passes.length === 0) throw new Error("axe looked at nothing");
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    /// <summary>What is wrong with the page as it stands: the rule, what it says, the element.</summary>
    /// <param name="apartFrom">What is left out, as a selector; null for nothing.</param>
    public static Task<IEnumerable<string>> LookAsync(this IPage page, string? apartFrom = null) => page.LookAsync(apartFrom, onlyColours: false);

    static async Task<IEnumerable<string>> LookAsync(this IPage page, string? apartFrom, bool onlyColours)
    {
        foreach (var frame in page.Frames)
        {
            if (apartFrom is not null && frame.ParentFrame is not null && await (await frame.FrameElementAsync()).EvaluateAsync<bool>("(e, apart) => e.matches(apart)", apartFrom)) continue;
            // A frame that never comes to be would be waited for without an end.
            if (!await frame.EvaluateAsync<bool>("() => typeof axe === 'object'").WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)) await frame.EvaluateAsync(Script);
        }
        return await page.EvaluateAsync<string[]>(Ask, new object?[] { apartFrom, onlyColours });
    }

    /// <summary>The same at a width by day; by night, which has the elements and sizes of the day, of colours only.</summary>
    public static async Task<IEnumerable<string>> LookAsync(this IPage page, int width, ColorScheme scheme, string? apartFrom = null)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return (await page.LookAsync(apartFrom, onlyColours: scheme == ColorScheme.Dark)).Select(wrong => $"{width} {scheme}: {wrong}");
    }
}

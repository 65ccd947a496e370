namespace Chapar.BrowserTests;

/// <summary>What axe is asked of every page.</summary>
static class Axe
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What is wrong with the page as it stands: the rule, what it says, the element.</summary>
    /// <param name="apartFrom">What is left out, as a selector; null for nothing.</param>
    public static async Task<IEnumerable<string>> LookAsync(this IPage page, string? apartFrom = null)
    {
        var result = await page.RunAxe(new AxeRunContext { Exclude = apartFrom is null ? [] : [new AxeSelector(apartFrom)] }, Rules);
        return from rule in result.Violations from node in rule.Nodes select $"{rule.Id}: {rule.Help}: {node.Html}";
    }

    /// <summary>The same at a width, by day or by night.</summary>
    public static async Task<IEnumerable<string>> LookAsync(this IPage page, int width, ColorScheme scheme, string? apartFrom = null)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return (await page.LookAsync(apartFrom)).Select(wrong => $"{width} {scheme}: {wrong}");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

/// <summary>
/// Every page of the newsroom that docs/routes.txt names, and states of some that look otherwise: axe finds nothing, nothing sticks out and the
/// keyboard's stop is marked. CHAPAR_TEST_LOOK=FOLDER keeps pictures of them all.
/// </summary>
public partial class RoomTests(Site site)
{
    /// <summary>Answers no page of its own: it takes a form, or shows what another asked for.</summary>
    static readonly string[] Without = ["/newsroom/sign-out"];

    /// <summary>Where a pattern leads when it needs a part that cannot be found by a link of the page above it.</summary>
    static readonly Dictionary<string, string> Filled = new()
    {
        ["/newsroom/link/{token}"] = "/newsroom/link/none",
        ["/newsroom/refused/{code:int}"] = "/newsroom/no-such-page",
        ["/newsroom/fronts/{language?}/{section?}"] = "/newsroom/fronts/en",
        ["/newsroom/find"] = "/newsroom/find?q=water",
    };

    static readonly string[] States = ["/newsroom?state=published", "/newsroom/planning?view=day", "/newsroom/fronts/en?slot=0", "/newsroom/find"];

    public static TheoryData<string> Rooms => [.. File.ReadLines(Path.Combine(Sources.Root, "docs/routes.txt"))
        .Select(line => Staff().Match(line).Groups[1].Value).Where(path => path.Length > 0).Except(Without).Concat(States)];

    [Theory, MemberData(nameof(Rooms))]
    public async Task A_room_is_clean_for_axe_fits_every_width_and_marks_every_stop(string pattern)
    {
        var page = await site.SignInAsync("administrator");
        await GoAsync(page, pattern);
        List<string> wrong = [];
        foreach (var width in new[] { 320, 360, 768, 1440 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                // Between the narrowest and the widest the colours and names are those of the two.
                if (width is 360 or 768) await page.SetViewportSizeAsync(width, 900);
                // The frames of a front hold the reader's pages, which have tests of their own.
                else wrong.AddRange(await page.LookAsync(width, scheme, apartFrom: "iframe"));
                await KeepAsync(page, pattern, width, scheme);
            }
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width) wrong.Add($"{width}: the page is {wide} wide");
        }
        wrong.AddRange(await page.UnmarkedStopsAsync("a[href], button, input:not([type=hidden]), select, [tabindex='0']", apartFrom: "iframe, .prose"));
        Findings.None(wrong.Select(said => $"{pattern} at {said}"));
        await page.Context.CloseAsync();
    }

    /// <summary>To the page of a pattern; what a pattern has an id of is reached by a link from the page above it, as by a person.</summary>
    static async Task GoAsync(IPage page, string pattern)
    {
        if (pattern.StartsWith("/newsroom/stories/", StringComparison.Ordinal))
        {
            await page.NewStoryAsync();
            await page.WriteAsync("Looked at", "By day and night.", "/pull");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync("A quote.");
            await page.FileAsync();
            await page.SavedAsync();
            if (pattern.EndsWith("/revisions", StringComparison.Ordinal)) await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/revisions");
        }
        else if (pattern == "/newsroom/planning/{id:guid}")
        {
            await page.GotoAsync("/newsroom/planning");
            await page.ClickAsync("#new-plan");
            await page.FillAsync("#title", "Winter on the pass");
            await page.PressAsync("#title", "Enter");
            await page.AnsweredAsync();
            await page.ClickAsync("main a[href*='/newsroom/planning/']");
            await page.WaitForURLAsync("**/newsroom/planning/*-*");
        }
        else if (pattern.EndsWith("/{id:guid}", StringComparison.Ordinal))
        {
            var above = pattern[..pattern.LastIndexOf('/')];
            await page.GotoAsync(above);
            await page.GotoAsync((await page.Locator($"main a[href^='{above}/']:not([href*='?'])").First.GetAttributeAsync("href"))!);
        }
        else
        {
            await page.GotoAsync(Filled.GetValueOrDefault(pattern, pattern));
        }
    }

    static async Task KeepAsync(IPage page, string pattern, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("CHAPAR_TEST_LOOK") is not { } folder) return;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var name = Sign().Replace(pattern["/newsroom".Length..].Trim('/'), "-");
        await page.ScreenshotAsync(new() { Path = string.Create(CultureInfo.InvariantCulture, $"{folder}/{(name.Length == 0 ? "desk" : name)}-{width}-{scheme}.png"), FullPage = true });
    }

    [GeneratedRegex(@"^any +(/newsroom\S*)")]
    private static partial Regex Staff();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex Sign();
}

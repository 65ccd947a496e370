namespace Chapar.BrowserTests;

/// <summary>The picture library and the choice of a picture, in a real browser.</summary>
public class PictureTests(Site site)
{
    static string Sample(string name) => Path.Combine(Sources.Root, "src/Chapar/Database/Demo/pictures", name);

    [Fact]
    public async Task Files_that_are_chosen_go_up_at_once_and_one_that_is_here_is_said_to_be()
    {
        var page = await site.SignInAsync("writer");
        await page.GotoAsync("/newsroom/pictures");
        await page.SetInputFilesAsync("#files", [Sample("dam.jpg"), Path.Combine(Sources.Root, "README.md")]);
        await page.WaitForSelectorAsync("#arrivals a");
        await page.WaitForSelectorAsync("#arrivals .refused");
        var text = await page.InnerTextAsync("#arrivals");
        Assert.Contains("in the library already", text, StringComparison.Ordinal);
        Assert.Contains("README.md is no image", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_are_dropped_anywhere_on_the_page()
    {
        var page = await site.SignInAsync("writer");
        await page.GotoAsync("/newsroom/pictures");
        await page.EvaluateAsync(
            """
            base64 => {
              const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], "dropped.jpg", { type: "image/jpeg" }));
              document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(await File.ReadAllBytesAsync(Sample("port.jpg"), TestContext.Current.CancellationToken)));
        await page.WaitForSelectorAsync("#arrivals a");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_focal_point_is_set_by_a_click_and_by_keys_and_the_crops_follow()
    {
        var page = await site.SignInAsync("writer");
        await page.GotoAsync("/newsroom/pictures");
        await page.ClickAsync(".pictures a");
        await page.WaitForSelectorAsync("#mark:not([hidden])");
        Task<string> CropAsync() => page.EvalOnSelectorAsync<string>(".crop[data-shape=Social]", "it => it.style.objectPosition");
        await page.ClickAsync("#focal", new() { Position = new() { X = 5, Y = 5 } });
        Assert.Equal(("0", "0", "0% 0%"), (await page.InputValueAsync("#x"), await page.InputValueAsync("#y"), (await CropAsync()).Replace("50%", "0%", StringComparison.Ordinal)));
        await page.FocusAsync("#y");
        for (var step = 0; step < 12; step++) await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("12", await page.InputValueAsync("#y"));
        Assert.NotEqual("0%", (await CropAsync()).Split(' ')[1]);
        await page.Keyboard.PressAsync("Control+s");
        await page.AnsweredAsync();
        Assert.Equal("12", await page.InputValueAsync("#y"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_crop_that_is_shown_is_the_crop_that_readers_get()
    {
        var page = await site.SignInAsync("writer");
        await page.GotoAsync("/newsroom/pictures?q=glacier");
        await page.ClickAsync(".pictures a");
        await page.WaitForSelectorAsync("#mark:not([hidden])");
        var served = await page.EvalOnSelectorAsync<double[]>("#focal img",
            """
            async whole => {
              // A column of the served crop and one of the shown crop: the same place of the picture in both.
              const grey = (image, sx, sy, sw, sh) => { const c = new OffscreenCanvas(24, 12), x = c.getContext("2d"); x.drawImage(image, sx, sy, sw, sh, 0, 0, 24, 12); const d = x.getImageData(0, 0, 24, 12).data; return Array.from({ length: 288 }, (_, i) => d[4 * i]); };
              const crop = document.querySelector(".crop[data-shape=Social]");
              const [px, py] = crop.style.objectPosition.split(" ").map(p => parseFloat(p) / 100);
              await whole.decode();
              const [w, h] = [whole.naturalWidth, whole.naturalHeight], p = 1200 / 630, sw = Math.min(w, h * p), sh = sw / p;
              const shown = grey(whole, (w - sw) * px, (h - sh) * py, sw, sh);
              const image = new Image();
              image.src = whole.src.replace(/w\d+\.jpg$/, "s1200.jpg");
              await image.decode();
              const real = grey(image, 0, 0, image.naturalWidth, image.naturalHeight);
              return [shown.reduce((sum, value, i) => sum + Math.abs(value - real[i]), 0) / 288];
            }
            """);
        Assert.InRange(served[0], 0, 8);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task In_the_editor_a_picture_is_chosen_from_a_grid_by_the_keyboard()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync("/picture");
        await page.Keyboard.PressAsync("Enter");
        await ChooseAsync(page, "glacier");
        await page.WaitForSelectorAsync(".piece[data-piece=image] img");
        await page.SavedAsync();
        Assert.Contains("\"media\"", await page.StoredAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keys_stay_in_the_grid_when_a_late_answer_replaces_it()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/*handler=Pictures*q=glacier*", async route => { await held.Task; await route.ContinueAsync(); });
        await page.ClickAsync("#lead button");
        await page.WaitForSelectorAsync(".library .pictures img");
        await page.Keyboard.InsertTextAsync("glacier");
        await page.Keyboard.PressAsync("ArrowDown");
        held.SetResult();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.library .pictures[aria-busy=false] button').length === 1");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#lead img");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Revisions_show_the_picture_that_went_beside_the_one_that_came()
    {
        var page = await site.SignInAsync("publisher");
        await page.NewStoryAsync();
        await page.WriteAsync("A picture is exchanged", "From the first day on.", "Here it stands.");
        await page.FileAsync();
        await page.ClickAsync("#lead button");
        await ChooseAsync(page, "glacier");
        await page.WaitForSelectorAsync("#lead img");
        await page.SavedAsync();
        var story = new Uri(page.Url).AbsolutePath;
        await page.ReloadAsync();
        await page.ActAsync("Publish");
        await page.PublishedAsync(story);
        await page.ClickAsync("#lead button");
        await ChooseAsync(page, "tile bands");
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("/picture");
        await page.Keyboard.PressAsync("Enter");
        await ChooseAsync(page, "striped awnings");
        await page.WaitForSelectorAsync(".piece[data-piece=image] img");
        await page.SavedAsync();

        await page.GotoAsync($"{story}/revisions");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.pair img')].every(it => it.complete && it.naturalWidth > 0)");
        var pairs = await page.Locator(".pair").AllInnerTextsAsync();
        Assert.Equal(2, pairs.Count);
        Assert.Matches("(?s)^Old picture.*glacier.*New picture.*minaret", pairs[0]);
        Assert.Matches("(?s)^Picture put in.*bazaar.jpg", pairs[1]);
        Assert.Equal(3, await page.Locator(".pair img").CountAsync());
        Findings.None([.. await page.LookAsync(360, ColorScheme.Light), .. await page.LookAsync(360, ColorScheme.Dark)]);
        await page.Context.CloseAsync();
    }

    /// <summary>In the box that shows the library: the one picture that these words find.</summary>
    static async Task ChooseAsync(IPage page, string words)
    {
        await page.WaitForSelectorAsync(".library .pictures img");
        await page.Keyboard.TypeAsync(words);
        // The answer to all the words: one letter of them may find one picture too, and another.
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.library .pictures[aria-busy=false] button').length === 1");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        // Until the box is gone nothing behind it takes a key, and what is typed next would go into it.
        await page.WaitForFunctionAsync("() => !document.querySelector('dialog[open] .pictures')");
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task A_picture_that_is_dropped_or_pasted_into_a_text_is_asked_about_at_once(string way)
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        // Nobody has this file: a drawing of random colours.
        await page.EvaluateAsync(
            """
            async way => {
              const canvas = new OffscreenCanvas(640, 480), context = canvas.getContext("2d");
              for (let i = 0; i < 200; i++) { context.fillStyle = `hsl(${Math.random() * 360} 70% 50%)`; context.fillRect(Math.random() * 640, Math.random() * 480, 90, 90); }
              const data = new DataTransfer();
              data.items.add(new File([await canvas.convertToBlob({ type: "image/png" })], "new.png", { type: "image/png" }));
              // As a browser copies a picture: with its element, and no word.
              if (way === "paste") data.setData("text/html", "<meta charset='utf-8'><img src='https://example.org/new.png'>");
              const prose = document.querySelector(".prose"), box = prose.getBoundingClientRect();
              prose.dispatchEvent(way === "paste" ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
                : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, clientX: box.left + 20, clientY: box.top + 10 }));
            }
            """, way);
        await page.WaitForSelectorAsync("dialog textarea");
        await page.Keyboard.TypeAsync("Squares");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync($"Photo: nobody ({way})");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".piece[data-piece=image]:not(.lacking)");
        await page.GotoAsync("/newsroom/pictures?q=nobody");
        Assert.Contains($"Photo: nobody ({way})", await page.InnerTextAsync(".pictures"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_files_go_up_by_the_button()
    {
        var signed = await site.SignInAsync("writer");
        var page = await site.OpenAsync(script: false);
        await page.Context.AddCookiesAsync((await signed.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
        await page.GotoAsync("/newsroom/pictures");
        await page.SetInputFilesAsync("#files", [Sample("dam.jpg"), Sample("port.jpg")]);
        await page.ClickAsync("#arriving button");
        Assert.Equal(2, await page.Locator("#arrivals > li").CountAsync());
        await page.Context.CloseAsync();
        await signed.Context.CloseAsync();
    }
}

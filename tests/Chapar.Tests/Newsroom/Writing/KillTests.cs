using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The program as its own process, killed while somebody types.</summary>
public class KillTests
{
    const int Rounds = 4;
    const int MostSaves = 400;

    [Fact]
    public async Task A_server_that_is_killed_has_every_word_that_it_said_was_saved()
    {
        var data = Directory.CreateTempSubdirectory("chapar-kill-").FullName;
        var address = BuiltProgram.FreeAddress();
        var random = new Random(17);
        var link = (await RunAsync("staff", "add", "writer@example.org", "--name", "Writer", "--role", "writer", "--data", data)).Split('\n').First(line => line.Contains("/newsroom/link/", StringComparison.Ordinal));
        using var writer = new Staffer(address, null);
        var path = new Uri(link.Trim()).AbsolutePath;
        string? story = null;
        var (said, key, saves) = (0, Guid.Empty, 0);
        for (int round = 0; round < Rounds; round++)
        {
            using var server = await BuiltProgram.ServeAsync(data, address);
            if (story is null)
            {
                await writer.PageAsync(path);
                await writer.PostAsync(path);
                await writer.PageAsync("/newsroom");
                story = (await writer.PostAsync("/newsroom", ("language", "en"))).Headers.Location!.OriginalString;
            }
            var state = await Story.JsonAsync(await writer.GetAsync($"{story}?handler=State"));
            _ = int.TryParse(state.GetProperty("headline").GetString(), CultureInfo.InvariantCulture, out var stands);
            // What was in the air when the server died may be there or not; nothing older may.
            Assert.True(stands >= said, $"round {round}: {said} was said to be saved, {stands} is there");
            key = state.GetProperty("key").GetGuid();
            var killAfter = random.Next(5, 60);
            for (int n = 0; n < MostSaves; n++)
            {
                var next = Guid.NewGuid();
                saves++;
                var save = writer.PostJsonAsync($"{story}?handler=Save", JsonSerializer.Serialize(new
                {
                    key = next,
                    seen = new[] { key },
                    headline = saves.ToString(CultureInfo.InvariantCulture),
                    deck = "",
                    body = new { type = "doc", content = Array.Empty<object>() },
                    particulars = new { },
                }));
                if (n == killAfter) server.Kill(entireProcessTree: true);
                try
                {
                    if ((await save).StatusCode != HttpStatusCode.OK) break;
                }
                catch (HttpRequestException)
                {
                    break;
                }
                (said, key) = (saves, next);
            }
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.True(saves > Rounds * 5);
        Directory.Delete(data, recursive: true);
    }

    static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = BuiltProgram.Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}

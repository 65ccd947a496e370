using Chapar.Hosting;

namespace Chapar.Tests.Search;

public class SearchCommandTests
{
    [Fact]
    public async Task The_command_answers_as_the_site_does_in_one_language_or_all_with_the_list_of_names_or_without()
    {
        Assert.SkipWhen(Postgres.ConnectionString is not null, "the command is told of another database by its environment, which all tests share");
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Snow", text: "Snow fell on Nur-Sultan.");
        await world.PublishAsync("Снег", "ru", text: "В Астане выпал снег.");

        // The index is made by the command itself, since the names are loaded after the articles.
        Assert.Contains("2 articles in", await RunAsync(site, "search", "rebuild"), StringComparison.Ordinal);
        Assert.Equal(["1 article", "Snow"], Lines(await RunAsync(site, "search", "Astana")));
        Assert.Equal(["2 articles", "Снег", "Snow"], Lines(await RunAsync(site, "search", "Астана", "--language", "all")));
        Assert.Equal("0 articles", Lines(await RunAsync(site, "search", "Astana", "--authority", "off")).First());
        Assert.Contains("\"names\": [", await RunAsync(site, "search", "Astana", "--json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "Astana")]
    [InlineData("search", "rebuild")]
    [InlineData("pictures", "make")]
    [InlineData("export", "site", "copy")]
    public async Task A_folder_without_a_newspaper_is_named_and_not_made_into_one(params string[] words)
    {
        Assert.SkipWhen(Postgres.ConnectionString is not null, "the command is told of another database by its environment, which all tests share");
        var folder = TestFolder.Make("mistyped");
        await using var output = new StringWriter();
        Assert.Equal(2, await Verbs.RunAsync([.. words, "--data", folder], new Workplace { Output = output, Error = output }));
        Assert.Equal($"There is no newspaper in {folder}: --data names the folder that serve, demo or import made.", output.ToString().Trim());
        Assert.False(File.Exists(Path.Combine(folder, "chapar.db")));
    }

    static async Task<string> RunAsync(Site site, params string[] words)
    {
        await using var output = new StringWriter();
        Assert.Equal(0, await Verbs.RunAsync([.. words, "--data", site.Folder], new Workplace { Clock = site.Clock, Output = output, Error = output }));
        return output.ToString();
    }

    /// <summary>Counts and headlines.</summary>
    static IEnumerable<string> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Contains("  ", StringComparison.Ordinal) ? line.Split("  ")[1] : line);
}

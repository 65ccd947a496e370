using AngleSharp.Html.Parser;
using Chapar.Hosting;

namespace Chapar.Tests.Export;

/// <summary>An edition in a folder of its own, made of a site by the command line.</summary>
sealed class Printed : IDisposable
{
    readonly Site site;
    readonly string root = Directory.CreateTempSubdirectory("chapar-edition-").FullName;

    /// <param name="site">The newspaper.</param>
    /// <param name="languages">Its languages.</param>
    public Printed(Site site, params IReadOnlyList<string> languages)
    {
        this.site = site;
        // The command line knows of the site's settings only what stands in its folder.
        var settings = Path.Combine(site.Folder, "chapar.json");
        if (!File.Exists(settings)) File.WriteAllText(settings, """{"publication": {"name": "The Test Courier", "languages": LANGUAGES}}""".Replace("LANGUAGES", System.Text.Json.JsonSerializer.Serialize(languages.Count > 0 ? languages : ["en", "ru"]), StringComparison.Ordinal));
    }

    /// <summary>Not at the root: the files must not care.</summary>
    public string Folder => Path.Combine(root, "some", "path");

    public string List => Path.Combine(Folder, "SHA256SUMS");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>All files, with "/" between their parts.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>Each file with the instant at which it was written.</summary>
    public IReadOnlyDictionary<string, DateTime> Times() => Files().ToDictionary(file => file, file => File.GetLastWriteTimeUtc(PathOf(file)));

    public async Task<string> ExportAsync(params string[] more)
    {
        var (code, output) = await RunAsync(["export", "site", Folder, .. more]);
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>The exit code, and the lines that were said.</summary>
    public async Task<(int Code, string[] Lines)> VerifyAsync(string key, string? folder = null, params string[] more)
    {
        var (code, output) = await RunAsync(["export", "verify", folder ?? Folder, "--key", key, .. more]);
        return (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task<string> KeyAsync() => (await RunAsync(["export", "key"])).Output.Trim();

    public Task<(int Code, string Output)> RunAsync(string[] arguments) => RunUntilAsync(arguments, CancellationToken.None);

    /// <param name="arguments">The command line, without the folder of the data.</param>
    /// <param name="interrupt">Ends it as Ctrl-C does.</param>
    public async Task<(int Code, string Output)> RunUntilAsync(string[] arguments, CancellationToken interrupt)
    {
        await using var said = new StringWriter();
        var code = await Verbs.RunAsync([.. arguments, "--data", site.Folder], new Workplace { Output = said, Error = said, Clock = site.Clock, Stop = interrupt });
        return (code, said.ToString());
    }

    /// <summary>Every link, picture and style of a page that leads to a file, and the file.</summary>
    public IEnumerable<(string Link, string File)> LinksOf(string page)
    {
        var document = new HtmlParser().ParseDocument(Read(page));
        var found = from element in document.QuerySelectorAll("[href], [src], [srcset], [imagesrcset], [action], [poster]")
                    where element.GetAttribute("rel") is not ("canonical" or "alternate" or "license")
                    from attribute in element.Attributes
                    where attribute.Name is "href" or "src" or "srcset" or "imagesrcset" or "action" or "poster"
                    from link in attribute.Name.EndsWith("srcset", StringComparison.Ordinal) ? attribute.Value.Split(',').Select(part => part.Trim().Split(' ')[0]) : [attribute.Value]
                    select link;
        // The way a browser goes: from where the page stands, whatever stands before it.
        var here = new Uri("file:///anywhere/at/all/" + page);
        foreach (var link in found.Distinct())
        {
            if (link.StartsWith('#') || Uri.TryCreate(link, UriKind.Absolute, out var whole) && whole.Scheme != "file") continue;
            var there = new Uri(here, link);
            yield return (link, Uri.UnescapeDataString(there.AbsolutePath)["/anywhere/at/all/".Length..]);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}

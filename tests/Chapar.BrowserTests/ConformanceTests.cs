using System.Text.Json;

namespace Chapar.BrowserTests;

/// <summary>The Nu checker (vnu) finds no error in the HTML and CSS of any kind of page.</summary>
public class ConformanceTests(Site site)
{
    [Fact]
    public async Task Vnu_finds_no_error()
    {
        var java = Programs.Find("java");
        var vnu = Path.Combine(Sources.Root, ".tools/node_modules/vnu-jar/build/dist/vnu.jar");
        if (java is null) Assert.Skip("java is missing: apt-get install default-jre-headless");
        if (!File.Exists(vnu)) Assert.Skip("vnu is missing: tests/tools/install.sh");

        // One start of the checker takes seconds, so all pages go into one folder.
        var folder = Directory.CreateTempSubdirectory("chapar-vnu-");
        foreach (var kind in PageKinds.Names)
        {
            if (!site.Kinds.Has(kind)) continue;
            using var answer = await site.Http.GetAsync(new Uri(site.Kinds[kind], UriKind.Relative), TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, kind + ".html"), html, TestContext.Current.CancellationToken);
        }
        var (_, output) = await Programs.RunAsync(java, "-jar", vnu, "--format", "json", "--exit-zero-always", folder.FullName);
        folder.Delete(recursive: true);
        using var report = JsonDocument.Parse(output);
        var wrong = from message in report.RootElement.GetProperty("messages").EnumerateArray()
                    where message.GetProperty("type").GetString() == "error" || message.TryGetProperty("subType", out _)
                    let file = Path.GetFileName(message.GetProperty("url").GetString())
                    let extract = message.TryGetProperty("extract", out var text) ? text.GetString() : ""
                    select $"{file}: {message.GetProperty("message").GetString()} {extract}";
        Findings.None(wrong);
    }
}

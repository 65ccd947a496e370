using System.Text.Json;
using Chapar.Events;
using Chapar.Hosting;
using Chapar.Import.WordPress;
using Microsoft.Extensions.DependencyInjection;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

public class ImportReportTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Something of each sort that a report can speak of.</summary>
    static string[] Parts(string title = "Words") =>
    [
        Author(1, "ann", "Ann Sample"),
        Item(1, title, "[mystery] [gallery ids=\"98\"] <a href=\"https://courier.example/gone/\">gone</a> <img src=\"https://courier.example/wp-content/uploads/gone.jpg\">", extra: Meta("_thumbnail_id", "77")),
        Item(2, "Draft", status: "draft"), Item(3, "Trash", status: "trash"), Item(4, "Menu", type: "nav_menu_item"), Item(5, "Locked").Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password>x", StringComparison.Ordinal),
        Item(6, "", ""), Item(1, title), Item(7, "Con\0trol"), Item(8, "By a stranger", creator: "admin"), Item(9, "Taken", link: "https://courier.example/search"),
        Item(0, "No id", link: "https://courier.example/2024/03/no-id/"), Item(0, "", type: "revision", link: ""), "<item><title>x</titel></item>", "<item><wp:post_id>12</wp:post_id>",
        Item(13, "Cut", extra: Category("mentions", "someone", "someone")),
    ];

    [Fact]
    public async Task Every_line_says_what_it_concerns_and_where_it_stood()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(Parts());
        Assert.Equal(1, report.ExitCode);
        Assert.All(report.Lines, line => Assert.Matches(@"^(post|page|attachment|item|nav_menu_item|revision|taxonomy|channel|site\.xml)( .+)?$", line.SourceId));
        Assert.All(report.Lines.Where(line => line.Kind == ReportKind.Refused || line.SourceId.StartsWith("post", StringComparison.Ordinal)), line => Assert.True(line.Line > 0 && line.File == "site.xml", line.ToString()));
        Assert.DoesNotMatch("(?m)^ +0  ", report.ToText());
        Assert.DoesNotContain(report.Counts, count => count.Value == 0);
        Assert.DoesNotContain("  :", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_here_is_named()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Parts());
        ImportReport report = await site.TakeAsync([.. Parts("Other words").Select(part => part.Replace("<wp:post_id>8</wp:post_id>", "<wp:post_id>8</wp:post_id><wp:post_password>x</wp:post_password>", StringComparison.Ordinal))]);
        Assert.Equal([("taken over anew", "post 1"), ("no longer public on the old site: withdrawn", "post 8")], report.Lines.Where(line => line.Kind == ReportKind.Changed).Select(line => (line.Reason, line.SourceId)));
        Assert.Contains("Changed here\n", report.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain(report.Counts, count => count.Value == 0);
    }

    [Fact]
    public async Task The_report_for_machines_has_all_lines()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync([.. Enumerable.Range(1, 40).Select(id => Item(id, "Menu", type: "nav_menu_item")), Item(50)]);
        Assert.Contains("and 28 more; all of them with --json", report.ToText(), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(report.ToJson());
        JsonElement menu = json.RootElement.GetProperty("reasons").EnumerateArray().Single(reason => reason.GetProperty("reason").GetString() == "menu entry");
        Assert.Equal((40, 40), (menu.GetProperty("count").GetInt32(), menu.GetProperty("lines").GetArrayLength()));
        Assert.Equal(("nav_menu_item 40", "site.xml"), (menu.GetProperty("lines")[39].GetProperty("sourceId").GetString(), menu.GetProperty("lines")[39].GetProperty("file").GetString()));
    }

    [Fact]
    public async Task Indexing_is_told_too()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync([.. Enumerable.Range(1, 1201).Select(id => Item(id, $"Story {id}"))]);
        Told told = new();
        await site.Site.Services.GetRequiredService<Dispatcher>().RunDueAsync(told, Stop);
        Assert.Equal(["Indexing 0 of 1,201", "Indexing 500 of 1,201", "Indexing 1,000 of 1,201", "Indexing 1,201 of 1,201"], told.Words.Where(words => words.StartsWith("Indexing", StringComparison.Ordinal)));
        Assert.Contains("Suggesting 1,201 of 1,201", told.Words);
    }

    sealed class Told : IProgress<DeliveriesDone>
    {
        readonly Lock one = new();

        public List<string> Words { get; } = [];

        public void Report(DeliveriesDone value)
        {
            lock (one)
                Words.Add(ImportBars.Words(value));
        }
    }
}

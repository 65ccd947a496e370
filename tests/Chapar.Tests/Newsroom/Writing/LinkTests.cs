using System.Net;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Hosting;
using Chapar.Newsroom.Writing.Links;
using Chapar.Settings;
using Chapar.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The links of a story: those of others asked in the background, those of ours looked up.</summary>
public class LinkTests
{
    /// <summary>A site that asks; this machine's own address is let through as if it were a public one.</summary>
    static Task<Site> StartAsync(bool letsThisMachineThrough = true) => Site.StartAsync([new("newsroom:askLinks", "true")], services: services =>
    {
        if (letsThisMachineThrough) services.Replace(ServiceDescriptor.Singleton(new PublicNet(IPAddress.Loopback)));
    });

    static string Body(params (string Text, string Href)[] links) =>
        new BodyTree([.. links.Select(link => new Paragraph([new TextRun("See "), new TextRun(link.Text, [new LinkMark(link.Href)]), new TextRun(".")]))]).ToJson();

    /// <summary>What the checklist says of links, after all that waits has been asked.</summary>
    static async Task<List<string>> ChecksAsync(Site site, Staffer writer, Story story)
    {
        await site.Services.GetRequiredService<LinkDesk>().AskWaitingAsync(TestContext.Current.CancellationToken);
        return [.. (await writer.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.TextContent).Where(text => text.Contains("link", StringComparison.Ordinal))];
    }

    static async Task<Story> WriteAsync(Site site, Staffer writer, params (string Text, string Href)[] links)
    {
        var story = await Story.BeginAsync(site, writer);
        var key = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.OK, (await story.SaveBodyAsync("The river rises", Body(links), null, key)).StatusCode);
        story.Seen = key;
        return story;
    }

    [Fact]
    public async Task A_link_that_does_not_answer_is_told_after_the_save_and_is_not_in_the_way_of_anything()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value switch { "/gone" => 404, "/members" => 403, "/broken" => 500, _ => 200 };
            return Task.CompletedTask;
        });
        await using var site = await StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await WriteAsync(site, writer, ("the report", elsewhere.Address + "/gone"), ("a page", elsewhere.Address + "/here#part"), ("its members", elsewhere.Address + "/members"), ("a table", elsewhere.Address + "/broken"));
        // What is not yet known is said to be so.
        Assert.Equal("Advice: 4 links to other sites are being asked.", (await writer.PageAsync(story.Path)).QuerySelector(".checks li:last-child")!.TextContent);

        Assert.Equal(["Advice: The link “the report” does not answer (404).", "Advice: The link “a table” does not answer (500)."], await ChecksAsync(site, writer, story));
        // HEAD first; one byte by GET only where that was refused.
        Assert.Equal(["GET /broken bytes=0-0", "GET /gone bytes=0-0", "HEAD /broken", "HEAD /gone", "HEAD /here", "HEAD /members"], elsewhere.Asked.Order());
    }

    [Fact]
    public async Task What_is_shown_from_another_site_is_asked_too_and_gone_only_when_it_is_not_found()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value switch { "/gone" => 410, "/shy" => 400, _ => 200 };
            return Task.CompletedTask;
        });
        await using var site = await StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        var body = new BodyTree([new Embed("youtube", elsewhere.Address + "/here"), new Embed("telegram", elsewhere.Address + "/gone", "The post"), new Embed("facebook", elsewhere.Address + "/shy")]);
        Assert.Equal(HttpStatusCode.OK, (await story.SaveBodyAsync("The river rises", body.ToJson(), null, Guid.NewGuid())).StatusCode);
        Assert.Equal(["Advice: The link “The post” does not answer (410)."], await ChecksAsync(site, writer, story));
    }

    [Fact]
    public async Task A_server_that_knows_no_HEAD_is_asked_for_one_byte()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            context.Response.StatusCode = HttpMethods.IsHead(context.Request.Method) ? 405 : 206;
            return Task.CompletedTask;
        });
        await using var site = await StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        Assert.Empty(await ChecksAsync(site, writer, await WriteAsync(site, writer, ("a page", elsewhere.Address + "/"))));
        Assert.Equal(["HEAD /", "GET / bytes=0-0"], elsewhere.Asked);
    }

    [Fact]
    public async Task What_answered_is_remembered_for_a_day_and_what_did_not_for_a_quarter_of_an_hour()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/gone" ? 404 : 200;
            return Task.CompletedTask;
        });
        await using var site = await StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await WriteAsync(site, writer, ("a page", elsewhere.Address + "/here"), ("the report", elsewhere.Address + "/gone"));
        await ChecksAsync(site, writer, story);
        await ChecksAsync(site, writer, story);
        Assert.Equal(1, elsewhere.Asked.Count(asked => asked == "HEAD /here"));
        Assert.Equal(1, elsewhere.Asked.Count(asked => asked == "HEAD /gone"));

        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await writer.PageAsync(story.Path);
        await ChecksAsync(site, writer, story);
        Assert.Equal((1, 2), (elsewhere.Asked.Count(asked => asked == "HEAD /here"), elsewhere.Asked.Count(asked => asked == "HEAD /gone")));

        site.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await site.SignInAsync(writer.Member);
        await later.PageAsync(story.Path);
        await ChecksAsync(site, later, story);
        Assert.Equal(2, elsewhere.Asked.Count(asked => asked == "HEAD /here"));
    }

    [Fact]
    public async Task Nothing_in_a_private_network_is_asked_neither_by_its_address_nor_by_a_name_nor_by_a_redirect()
    {
        await using var inside = await Elsewhere.StartAsync(_ => Task.CompletedTask);
        var port = new Uri(inside.Address).Port;
        await using (var site = await StartAsync(letsThisMachineThrough: false))
        {
            using var writer = await site.SignInAsync(Role.Writer);
            var story = await WriteAsync(site, writer, ("one", inside.Address), ("two", $"http://localhost:{port}/"), ("three", $"http://[::ffff:127.0.0.1]:{port}/"), ("four", "http://169.254.169.254/latest/meta-data/"));
            Assert.Equal(new[] { "one", "two", "three", "four" }.Select(name => $"Advice: The link “{name}” does not answer (it is no public web address and was not asked)."), await ChecksAsync(site, writer, story));
            Assert.Empty(inside.Asked);
        }

        // From a site that may be asked to one that may not.
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path.Value switch { "/other" => "ftp://example.org/", "/round" => "/round", _ => "http://10.0.0.1/secret" });
            return Task.CompletedTask;
        });
        await using (var site = await StartAsync())
        {
            using var writer = await site.SignInAsync(Role.Writer);
            var story = await WriteAsync(site, writer, ("address", elsewhere.Address + "/"), ("other", elsewhere.Address + "/other"), ("round", elsewhere.Address + "/round"));
            Assert.Equal(
            [
                "Advice: The link “address” does not answer (it is no public web address and was not asked).",
                "Advice: The link “other” does not answer (it is no public web address and was not asked).",
                "Advice: The link “round” does not answer (it leads round in a circle).",
            ], await ChecksAsync(site, writer, story));
        }
    }

    [Fact]
    public async Task Links_of_ours_are_looked_up_and_nobody_is_asked()
    {
        await using var site = await StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var bridge = await world.PublishAsync("The bridge opens");
        var withdrawn = await world.PublishAsync("The bridge falls");
        await new Story(site, publisher, withdrawn.Id).DoAsync(publisher, "Withdraw", ("reason", "It stands."));
        await site.ChangeAsync(db =>
        {
            db.AddRange(new Chapar.Articles.Redirect("/old/bridge", bridge.Path, "test"), new Chapar.Articles.Redirect("/old/gone", null, "test"));
            return Task.CompletedTask;
        });
        var story = await WriteAsync(site, publisher, ("bridge", bridge.Path + "#x"), ("whole", site.Publication.BaseUrl + bridge.Path), ("section", "/politics"), ("old", "/old/bridge"), ("rates", "/rates/usd-kgs?days=30"),
            ("nothing", "/2026/11/never-written"), ("gone", "/old/gone"), ("fell", withdrawn.Path!), ("mail", "mailto:desk@example.org"));
        Assert.Equal(
        [
            "Advice: The link “nothing” leads to nothing of ours: /2026/11/never-written",
            "Advice: The link “gone” leads to nothing of ours: /old/gone",
            $"Advice: The link “fell” leads to a story that was withdrawn: {withdrawn.Path}",
        ], await ChecksAsync(site, publisher, story));
        Assert.Equal(0, await site.ChangeAsync(db => db.LinkAnswers.CountAsync()));
    }

    [Fact]
    public async Task Where_the_server_has_no_way_out_nobody_is_asked_and_nothing_is_said()
    {
        await using var elsewhere = await Elsewhere.StartAsync(_ => Task.CompletedTask);
        await using var site = await Site.StartAsync([new("newsroom:askLinks", "false")], services: services => services.Replace(ServiceDescriptor.Singleton(new PublicNet(IPAddress.Loopback))));
        using var writer = await site.SignInAsync(Role.Writer);
        Assert.Empty(await ChecksAsync(site, writer, await WriteAsync(site, writer, ("a page", elsewhere.Address))));
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task The_background_asks_by_itself_and_a_publication_does_not_wait_for_it()
    {
        var asked = new TaskCompletionSource();
        var answers = new TaskCompletionSource();
        await using var elsewhere = await Elsewhere.StartAsync(async context =>
        {
            asked.TrySetResult();
            await answers.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 404;
        });
        await using var site = await Site.StartAsync([new("newsroom:askLinks", "true")], background: true, services: services => services.Replace(ServiceDescriptor.Singleton(new PublicNet(IPAddress.Loopback))));
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.BeginAsync(site, publisher);
        var key = Guid.NewGuid();
        await story.SaveBodyAsync("The river rises", Body(("the report", elsewhere.Address)), world, key);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        Assert.Equal(Stage.Scheduled, (await story.DraftAsync())!.Stage);
        answers.SetResult();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_at_start_stops_no_site()
    {
        var folder = TestFolder.Make("site");
        using var log = new Heard();
        // Nothing listens on port 1.
        await using var app = ChaparApp.Build(ChaparSettings.Read(folder, [new("database:postgres", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=1")]), builder => builder.Logging.AddProvider(log));
        using var desk = app.Services.GetRequiredService<LinkDesk>();
        await desk.StartAsync(TestContext.Current.CancellationToken);
        // A loop that ends by an exception ends the host.
        await Task.WhenAny(log.Said.Task, desk.ExecuteTask!);
        Assert.False(desk.ExecuteTask!.IsCompleted);
        Assert.Contains("could not be forgotten", await log.Said.Task, StringComparison.Ordinal);
        await desk.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Hears what the desk logs.</summary>
    sealed class Heard : ILoggerProvider, ILogger
    {
        public TaskCompletionSource<string> Said { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith(nameof(LinkDesk), StringComparison.Ordinal) ? this : NullLogger.Instance;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.TrySetResult(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}

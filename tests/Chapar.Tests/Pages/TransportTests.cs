using System.Text;
using Chapar.Pages;
using Chapar.Pages.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Chapar.Tests.Pages;

/// <summary>The connections of readers: whatever one of them does, the server has each byte that is its own, and the others have their pages.</summary>
public sealed class TransportTests
{
    const string Question = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static KeptPageAnswers Answers(Site site) => site.Services.GetRequiredService<KeptPageAnswers>();

    static async Task<Site> StartAsync(Action<IServiceCollection>? services = null)
    {
        var site = await Site.StartAsync(services: services);
        site.BeAlone();
        await (await World.MakeAsync(site)).PublishAsync("The river rose");
        using var line = new Line(site);
        for (int i = 0; i < 2; i++) await line.AskAsync(Question);
        Assert.Equal(1, Answers(site).Given);
        return site;
    }

    [Fact]
    public async Task A_reader_who_takes_slowly_gets_each_answer_whole()
    {
        await using var site = await StartAsync();
        using var line = new Line(site);
        var page = await line.AskAsync(Question);
        const int questions = 600;
        // More than any buffer between holds.
        await line.SendAsync(string.Concat(Enumerable.Repeat(Question, questions)));
        for (int i = 0; i < questions; i++) Assert.Equal(page.Body, (await line.ReadAsync()).Body);
        // Also those that are cut by the end of a block.
        Assert.Equal(2 + questions, Answers(site).Given);
        Assert.Equal(page.Body, (await line.AskAsync(Question)).Body);
    }

    [Fact]
    public async Task A_question_that_comes_in_pieces_is_answered_as_one_in_a_piece_and_none_of_another_kind_is_waited_for()
    {
        await using var site = await StartAsync();
        foreach (var length in new[] { 1, 2, 3, 7, 16, 30 })
        {
            using var line = new Line(site);
            var page = await line.AskAsync(Question);
            var given = Answers(site).Given;
            // The end of one and the beginning of the next in one piece.
            foreach (var piece in (Question + Question).Chunk(length)) await line.SendAsync(new string(piece));
            for (int i = 0; i < 2; i++) Assert.Equal(page.Body, (await line.ReadAsync()).Body);
            Assert.Equal(given + 2, Answers(site).Given);
            // What is whole for the server alone, and what is in pieces and nothing for us.
            foreach (var odd in new[] { "GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + new string('a', 5000) + "\r\n\r\n" })
            {
                using var other = new Line(site);
                foreach (var piece in odd.Chunk(odd.Length / 3)) await other.SendAsync(new string(piece));
                Assert.StartsWith("HTTP/1.1 200", (await other.ReadAsync()).Head, StringComparison.Ordinal);
            }
            Assert.Equal(given + 2, Answers(site).Given);
        }
    }

    [Theory]
    [InlineData("G", true)]
    [InlineData("GET ", true)]
    [InlineData("GET / HTTP/1.1\r", true)]
    [InlineData("GET / HTTP/1.1\r\nHost: loc", true)]
    [InlineData("", false)]
    [InlineData("POST / HTTP/1.1\r\n", false)]
    [InlineData("\u0016\u0003\u0001", false)]
    [InlineData("GET / HTTP/1.1\n", false)]
    [InlineData("GET / HTTP/1.1\rHost", false)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\n\n", false)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false)]
    public void The_rest_is_waited_for_where_a_plain_question_has_begun(string bytes, bool isCut)
    {
        Assert.Equal(isCut, RequestHead.IsCut(Encoding.Latin1.GetBytes(bytes)));
        Assert.False(RequestHead.IsCut(Encoding.Latin1.GetBytes(bytes + new string('a', RequestHead.Longest))));
    }

    [Fact]
    public async Task Readers_who_go_in_the_midst_take_nothing_from_the_others()
    {
        await using var site = await StartAsync();
        using var patient = new Line(site);
        var page = await patient.AskAsync(Question);
        for (int round = 0; round < 50; round++)
        {
            using var line = new Line(site);
            await line.SendAsync(string.Concat(Enumerable.Repeat(Question, 400)) + (round % 2 == 0 ? "GET /health/live HTTP/1.1\r\nHost" : ""));
            if (round % 3 == 0) await line.ReadAsync();
            line.Break();
        }
        Assert.Equal(page.Body, (await patient.AskAsync(Question)).Body);
        using var next = new Line(site);
        Assert.Equal(page.Body, (await next.AskAsync(Question)).Body);
    }

    [Fact]
    public async Task The_server_sees_a_request_of_a_connection_now_and_then()
    {
        HastyClock clock = new();
        await using var site = await StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var line = new Line(site);
        for (int i = 0; i < 3; i++) await line.AskAsync(Question);
        Assert.Equal(4, Answers(site).Given);
        clock.Ahead = TimeSpan.FromSeconds(31);
        // Otherwise the server would end it as one on which nothing is asked.
        await line.AskAsync(Question);
        Assert.Equal(4, Answers(site).Given);
        await line.AskAsync(Question);
        Assert.Equal(5, Answers(site).Given);
    }

    sealed class HastyClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
    }

    [Fact]
    public async Task Connections_on_which_nothing_is_asked_do_not_hold_up_the_end()
    {
        var site = await StartAsync();
        var lines = Enumerable.Range(0, 40).Select(_ => new Line(site)).ToList();
        // Half of them have asked, half never did.
        foreach (var line in lines.Take(20)) await line.AskAsync(Question);
        await site.DisposeAsync().AsTask().WaitAsync(Patience, Stop);
        foreach (var line in lines) line.Dispose();
    }

    [Fact]
    public async Task A_large_body_goes_both_ways_and_the_connection_lives_on()
    {
        await using var site = await Site.StartAsync();
        await using var server = await EchoAsync(site, _ => { });
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        var random = new Random(11);
        foreach (var length in new[] { 0, 1, 4095, 4096, 4097, 5_000_000 })
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            foreach (var content in new HttpContent[] { new ByteArrayContent(bytes), new StreamContent(new MemoryStream(bytes)) })
            {
                using HttpRequestMessage request = new(HttpMethod.Post, "/echo") { Content = content };
                request.Headers.TransferEncodingChunked = content is StreamContent;
                Assert.Equal(bytes, await (await http.SendAsync(request, Stop)).Content.ReadAsByteArrayAsync(Stop));
            }
        }
    }

    [Fact]
    public async Task What_is_being_made_for_a_reader_who_has_gone_hears_of_it()
    {
        await using var site = await Site.StartAsync();
        TaskCompletionSource begun = new(), heard = new();
        await using var server = await EchoAsync(site, app => app.MapGet("/wait", async (HttpContext http) =>
        {
            http.RequestAborted.Register(heard.SetResult);
            begun.SetResult();
            await heard.Task;
        }));
        using var line = new Line(new Uri(server.Urls.First()));
        await line.SendAsync("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await begun.Task.WaitAsync(Patience, Stop);
        line.Break();
        await heard.Task.WaitAsync(Patience, Stop);
    }

    [Fact]
    public async Task A_request_cut_anywhere_is_answered_as_one_in_a_piece()
    {
        await using var site = await Site.StartAsync();
        await using var server = await EchoAsync(site, _ => { });
        var request = Encoding.ASCII.GetBytes("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\nhello riverGET /none HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var random = new Random(5);
        for (int round = 0; round < 60; round++)
        {
            using var line = new Line(new Uri(server.Urls.First()));
            for (int at = 0; at < request.Length;)
            {
                var length = int.Min(random.Next(1, 40), request.Length - at);
                await line.SendAsync(request[at..(at + length)]);
                at += length;
            }
            Assert.Equal("hello river", Encoding.ASCII.GetString((await line.ReadAsync()).Body));
            Assert.StartsWith("HTTP/1.1 404", (await line.ReadAsync()).Head, StringComparison.Ordinal);
        }
    }

    /// <summary>A server with two pages that has the same connections.</summary>
    static async Task<WebApplication> EchoAsync(Site site, Action<WebApplication> more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IConnectionListenerFactory>(new KeptPageTransport(Answers(site)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/echo", async (HttpContext http) =>
        {
            MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body);
            http.Response.ContentLength = body.Length;
            body.Position = 0;
            await body.CopyToAsync(http.Response.Body);
        });
        more(app);
        await app.StartAsync(Stop);
        return app;
    }
}

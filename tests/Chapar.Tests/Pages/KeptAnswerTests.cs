using System.Globalization;
using System.Text;
using Chapar.Articles;
using Chapar.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Pages;

/// <summary>Kept pages are answered from the bytes of a connection: with the same answer as the program gives, and never to bytes that are no request.</summary>
public sealed class KeptAnswerTests
{
    const string Plain = "Host: localhost\r\nUser-Agent: Mozilla/5.0 (Android)\r\nAccept: text/html\r\nAccept-Encoding: gzip, br\r\nAccept-Language: ru\r\nSec-Fetch-Mode: navigate\r\n";

    static long Given(Site site) => site.Services.GetRequiredService<KeptPageAnswers>().Given;

    static string Get(string path, string more = Plain) => $"GET {path} HTTP/1.1\r\n{more}\r\n";

    [Fact]
    public async Task The_second_answer_on_a_connection_is_the_first_one_but_for_its_date()
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        await (await World.MakeAsync(site)).PublishAsync("The river rose");
        using var line = new Line(site);
        var program = await line.AskAsync(Get("/"));
        Assert.Equal(0, Given(site));
        var kept = await line.AskAsync(Get("/"));
        Assert.Equal(1, Given(site));
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", kept.Head, StringComparison.Ordinal);
        Assert.Equal(Headers(program.Head), Headers(kept.Head));
        Assert.Contains("date", kept.Head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(program.Body, kept.Body);
    }

    static IEnumerable<string> Headers(string head) => head.Split("\r\n").Where(h => !h.StartsWith("Date:", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Between_what_the_program_answers_kept_pages_are_answered_in_the_order_of_the_questions()
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        var article = await (await World.MakeAsync(site)).PublishAsync("The river rose");
        using var line = new Line(site);
        foreach (var path in new[] { "/", article.Path!, "/politics" }) await line.AskAsync(Get(path));
        await line.SendAsync(Get("/") + Get("/health/live") + Get(article.Path!) + Get("/nowhere") + Get("/politics") + Get("/"));
        var answers = new List<Line.Answer>();
        for (int i = 0; i < 6; i++) answers.Add(await line.ReadAsync());
        Assert.Equal(["200", "200", "200", "404", "200", "200"], answers.Select(a => a.Head.Split(' ')[1]));
        Assert.Equal("alive", Encoding.UTF8.GetString(answers[1].Body));
        Assert.Equal(answers[0].Body, answers[5].Body);
        Assert.Equal(4, Given(site));
    }

    [Fact]
    public async Task A_change_is_in_the_next_answer_of_an_open_connection()
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rose");
        using var line = new Line(site);
        for (int i = 0; i < 3; i++) await line.AskAsync(Get(article.Path!, "Host: localhost\r\n"));
        await site.ChangeAsync(db => { db.Attach(article).Entity.Correct("By two metres.", CorrectionKind.Correction, "test", site.Now); return Task.CompletedTask; });
        Assert.Contains("By two metres.", Encoding.UTF8.GetString((await line.AskAsync(Get(article.Path!, "Host: localhost\r\n"))).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: preview=1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\nSec-Purpose: prefetch\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\nSave-Data: on\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n\r\n")]
    [InlineData("GET /%2e HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /?utm_source=x HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n")]
    [InlineData("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n")]
    public async Task What_is_not_a_plain_question_is_the_programs(string request)
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        await World.MakeAsync(site);
        using var line = new Line(site);
        for (int i = 0; i < 2; i++) await line.AskAsync(Get("/"));
        Assert.Equal(1, Given(site));
        await line.SendAsync(request);
        Assert.StartsWith("HTTP/1.1 ", (await line.ReadAsync(hasBody: !request.StartsWith("HEAD", StringComparison.Ordinal))).Head, StringComparison.Ordinal);
        Assert.Equal(1, Given(site));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\nContent-Length: {0}\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\ncookie: a=b\r\nTransfer-Encoding: chunked\r\n\r\n{0:x}\r\n")]
    public async Task A_body_that_looks_like_a_question_is_no_question(string request)
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        await World.MakeAsync(site);
        using (var before = new Line(site))
            for (int i = 0; i < 2; i++) await before.AskAsync(Get("/"));
        using var line = new Line(site);
        var body = Get("/");
        await line.SendAsync(string.Format(CultureInfo.InvariantCulture, request, body.Length));
        // Sent when the program waits for it, and again behind its last byte.
        await line.SendAsync(body);
        await line.ReadAsync();
        Assert.Equal(1, Given(site));
    }

    [Fact]
    public async Task A_question_may_come_in_pieces()
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        await World.MakeAsync(site);
        using var line = new Line(site);
        await line.AskAsync(Get("/"));
        foreach (var piece in Get("/").Chunk(7)) await line.SendAsync(new string(piece));
        Assert.StartsWith("HTTP/1.1 200", (await line.ReadAsync()).Head, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", (await line.AskAsync(Get("/"))).Head, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_break_the_reading_of_a_head()
    {
        var random = new Random(19);
        var good = Encoding.ASCII.GetBytes(Get("/2026/11/story"));
        Assert.True(RequestHead.TryRead(good, out var asked));
        Assert.Equal("/2026/11/story", Encoding.ASCII.GetString(asked.Address));
        for (int i = 0; i < 200_000; i++)
        {
            var bytes = good.ToArray();
            for (int n = random.Next(1, 6); n > 0; n--) bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "\r\n: /G"u8[random.Next(6)];
            var length = RequestHead.LengthOf(bytes);
            if (length < 0) continue;
            RequestHead.IsAlone(bytes.AsSpan(0, length));
            if (RequestHead.TryRead(bytes.AsSpan(0, length), out var read)) Assert.True(RequestHead.IsAlone(bytes.AsSpan(0, length)), Encoding.Latin1.GetString(bytes));
            Assert.True(read.Address.IsEmpty || read.Address[0] == '/');
        }
    }
}

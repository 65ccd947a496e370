using System.Net;
using Chapar.Rates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>What a bank is asked.</summary>
/// <param name="Source">Key of the source.</param>
/// <param name="Path">Below the bank's base address, with the query.</param>
sealed record Question(string Source, string Path, IHeaderDictionary Headers);

/// <summary>What a bank answers.</summary>
sealed record Page(byte[] Bytes, int Status = 200, string ContentType = "text/xml", string? ETag = null)
{
    public static Page NotFound { get; } = new("gone"u8.ToArray(), 404, "text/plain");
}

/// <summary>A server on this machine that stands for all banks: real sockets, recorded answers, and the failures that banks have had.</summary>
sealed class ReplayServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly Func<Question, Page> bank;

    ReplayServer(Func<Question, Page> bank)
    {
        this.bank = bank;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What goes wrong on the way from now on.</summary>
    public LineFault Fault { get; set; }

    /// <summary>What was asked so far: "nbkr XML/daily.xml".</summary>
    public List<string> Log { get; } = [];

    /// <summary>The User-Agents that were seen.</summary>
    public HashSet<string> Agents { get; } = [];

    /// <summary>How often the answer was that nothing has changed.</summary>
    public int NotModified { get; private set; }

    public HashSet<string> Connections { get; } = [];

    public static async Task<ReplayServer> StartAsync(Func<Question, Page> bank)
    {
        ReplayServer server = new(bank);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The setting that leads a source here.</summary>
    public KeyValuePair<string, string?> AddressOf(string source) => new($"rates:addresses:{source}", $"{app.Urls.First()}/{source}/");

    /// <summary>The settings that lead all sources here and wait for nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings =>
        [.. RateSources.All.Concat(RateSources.Indicative).Select(s => AddressOf(s.Key)), new("rates:seconds", "60"), new("rates:pauseSeconds", "0")];

    async Task AnswerAsync(HttpContext context)
    {
        string[] parts = context.Request.Path.Value!.Split('/', 3);
        Question question = new(parts[1], parts[2] + context.Request.QueryString.Value, context.Request.Headers);
        lock (Log)
        {
            Log.Add($"{question.Source} {question.Path}");
            Agents.Add(context.Request.Headers.UserAgent.ToString());
            Connections.Add(context.Connection.Id);
        }
        Page page = bank(question);
        HttpResponse response = context.Response;
        switch (Fault)
        {
            case LineFault.Reset:
                context.Abort();
                return;
            case LineFault.RedirectLoop:
                response.Redirect(context.Request.Path.Value + "?again");
                return;
            case LineFault.ServerError:
                response.StatusCode = 502;
                await response.WriteAsync("<html><body>502 Bad Gateway</body></html>", context.RequestAborted);
                return;
        }
        if (page.ETag is { } tag)
            response.Headers.ETag = tag;
        if (page.ETag is not null && context.Request.Headers.IfNoneMatch == page.ETag)
        {
            response.StatusCode = 304;
            NotModified++;
            return;
        }
        response.StatusCode = page.Status;
        response.ContentType = page.ContentType;
        await SendAsync(context, page.Bytes);
    }

    async Task SendAsync(HttpContext context, byte[] bytes)
    {
        HttpResponse response = context.Response;
        switch (Fault)
        {
            case LineFault.CutOff:
                response.ContentLength = bytes.Length;
                await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return;
            case LineFault.SlowDrip:
                using (PeriodicTimer timer = new(TimeSpan.FromMilliseconds(40)))
                    for (int i = 0; i < bytes.Length && await timer.WaitForNextTickAsync(context.RequestAborted); i++)
                    {
                        await response.Body.WriteAsync(bytes.AsMemory(i, 1), context.RequestAborted);
                        await response.Body.FlushAsync(context.RequestAborted);
                    }
                return;
            default:
                await response.Body.WriteAsync(bytes, context.RequestAborted);
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}

/// <summary>What goes wrong between a bank and us, whatever the document.</summary>
enum LineFault
{
    None,
    Reset,
    RedirectLoop,
    ServerError,

    /// <summary>The connection ends in the middle of the announced length.</summary>
    CutOff,

    /// <summary>A byte every 40 ms.</summary>
    SlowDrip,
}

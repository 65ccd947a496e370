using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Chapar.BrowserTests.Site))]

namespace Chapar.BrowserTests;

/// <summary>
/// The real program, as `./chapar serve` runs it, with the demo in a data folder of its own, and one Chromium to look at it.
/// CHAPAR_TEST_SITE=http://localhost:5080 looks at a site that runs already instead.
/// </summary>
public sealed partial class Site : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string data = Path.Combine(Path.GetTempPath(), $"chapar-browser-{Guid.NewGuid():N}");
    Process? server;
    IPlaywright? playwright;
    IBrowser? chromium;
    Machine? machine;

    /// <summary>Where the site answers, without a slash at the end.</summary>
    public string Address { get; set; } = "";

    /// <summary>Asks the site without following redirects, keeping cookies or unpacking what comes.</summary>
    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>One path for each kind of page.</summary>
    public PageKinds Kinds { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Address = Environment.GetEnvironmentVariable("CHAPAR_TEST_SITE")?.TrimEnd('/') ?? await StartAsync();
        Http.BaseAddress = new Uri(Address);
        Kinds = await PageKinds.FindAsync(Http);
        var program = Programs.Find("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
        if (program is null) return;
        playwright = await Playwright.CreateAsync();
        // Chromium refuses to put root into its sandbox; what it opens here is our own site.
        string[] arguments = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = arguments });
    }

    /// <summary>An empty tab with a profile of its own. The test skips where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true, ServiceWorkerPolicy? workers = null)
    {
        if (chromium is null) Assert.Skip("Chromium is missing: apt-get install chromium");
        var context = await chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ServiceWorkers = workers,
            BaseURL = Address,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    /// <summary>The page of <paramref name="kind"/>, loaded (pictures below the fold may still wait).</summary>
    public async Task<IPage> OpenAsync(string kind, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var page = await OpenAsync(width, scheme, script);
        await page.GotoAsync(Kinds[kind], new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        Http.Dispose();
        chief?.Dispose();
        machine?.Dispose();
        door.Dispose();
        if (server is { HasExited: false })
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    async Task<string> StartAsync()
    {
        using (var demo = Run("demo", "--data", data))
        {
            await demo.WaitForExitAsync();
            if (demo.ExitCode != 0) throw new InvalidOperationException($"`chapar demo` ended with {demo.ExitCode}.");
        }
        var address = $"http://127.0.0.1:{FreePort()}";
        server = Run("serve", "--data", data, "--urls", address);
        using var stopped = new CancellationTokenSource(Patience);
        // A client of its own: Http takes its address only before its first request.
        using var knock = new HttpClient();
        while (!await AnswersAsync(knock, address, stopped.Token))
        {
            if (server.HasExited) throw new InvalidOperationException($"`chapar serve` ended with {server.ExitCode}.");
            await Task.Delay(100, stopped.Token);
        }
        return address;
    }

    static async Task<bool> AnswersAsync(HttpClient knock, string address, CancellationToken stopped)
    {
        try
        {
            using var answer = await knock.GetAsync(new Uri(address + "/"), stopped);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Sources.Root, "chapar"), arguments) { WorkingDirectory = Path.GetTempPath() };
        // What is published can be taken back for half a minute; for a test a second will do.
        start.Environment["CHAPAR_newsroom__holdSeconds"] = "1";
        start.Environment["CHAPAR_newsroom__askLinks"] = "false";
        start.Environment["CHAPAR_newsroom__translation"] = (machine ??= new Machine(FreePort())).Address;
        start.Environment["CHAPAR_newsroom__translationInside"] = "true";
        return Process.Start(start)!;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Chapar.Database;
using Chapar.Events;
using Chapar.Hosting;
using Chapar.Newsroom.Writing;
using Chapar.Pages;
using Chapar.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Chapar.Tests;

/// <summary>The whole program on a real database in a folder of its own, reached by HTTP on a free port.</summary>
public sealed partial class Site : IAsyncDisposable
{
    /// <summary>Made once, copied for each test: migrating takes longer than copying.</summary>
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    const string PostgresSetting = "database:postgres";

    readonly WebApplication app;
    readonly string folder;

    readonly IReadOnlyList<KeyValuePair<string, string?>> given;
    bool isTwin;

    Site(WebApplication app, string folder, TestClock clock, IReadOnlyList<KeyValuePair<string, string?>> given)
    {
        this.given = given;
        this.app = app;
        this.folder = folder;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Http { get; }
    public TestClock Clock { get; }
    public IServiceProvider Services => app.Services;
    public string Folder => folder;
    public PageStore Pages => Services.GetRequiredService<PageStore>();
    public Publication Publication => Services.GetRequiredService<Publication>();
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <param name="settings">"publication:name" to value.</param>
    /// <param name="background">False leaves out the loops (dispatcher, watch), so that a test says when they run.</param>
    /// <param name="database">A filled SQLite file to be copied; null for an empty one.</param>
    /// <param name="services">Last words on the services.</param>
    public static async Task<Site> StartAsync(IEnumerable<KeyValuePair<string, string?>>? settings = null, bool background = false, string? database = null, Action<IServiceCollection>? services = null)
    {
        var folder = TestFolder.Make("site");
        var clock = new TestClock();
        List<KeyValuePair<string, string?>> own = [.. settings ?? []], usual = [
            new("publication:name", "The Test Courier"), new("publication:languages:0", "en"), new("publication:languages:1", "ru"),
            // No test asks a real bank.
            new("rates:fetch", "false")], all = [.. usual.ExceptBy(own.Select(setting => setting.Key), setting => setting.Key), .. own];
        // Nor another site, unless it is about that.
        if (!all.Exists(setting => setting.Key == "newsroom:askLinks")) all.Add(new("newsroom:askLinks", "false"));
        if (Postgres.ConnectionString is { } postgres) all.Add(new(PostgresSetting, await Postgres.MigratedDatabaseAsync(postgres)));
        else File.Copy(database ?? await Template.Value, Path.Combine(folder, "chapar.db"));
        var app = Build(folder, all, clock, background, services);
        await app.StartAsync();
        return new Site(app, folder, clock, all);
    }

    /// <summary>A second program on the same database, knowing of each change at once: what a page looks like when it is made anew.</summary>
    public async Task<Site> TwinAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var all = given.Concat(settings);
        var app = Build(folder, all, Clock, background: false, services => services.Replace(ServiceDescriptor.Singleton(Services.GetRequiredService<Editions>())));
        await app.StartAsync();
        return new Site(app, folder, Clock, given) { isTwin = true };
    }

    /// <summary>A second program on the same database that keeps nothing: what a page looks like when it is made anew, after <see cref="Forget"/>.</summary>
    public async Task<Site> FreshAsync()
    {
        var app = Build(folder, given.Append(new("pages:keep", "false")), Clock, background: false);
        await app.StartAsync();
        return new Site(app, folder, Clock, given) { isTwin = true };
    }

    /// <summary>Remembers no part of a page from before now, nor which settings there were.</summary>
    public void Forget(Publication settings)
    {
        Publication.Become(settings);
        Services.GetRequiredService<Editions>().RaiseAll();
    }

    /// <summary>Answers from what it keeps as if it listened, on PostgreSQL too: for tests in which nobody else writes.</summary>
    public void BeAlone() => Services.GetRequiredService<Tidings>().BeSure(TimeProvider.System.GetTimestamp(), TimeSpan.FromHours(1));

    /// <summary>The settings of this site as the environment of another process gives them, but for the folder.</summary>
    public IReadOnlyDictionary<string, string?> Environment => given.ToDictionary(setting => "CHAPAR_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);

    /// <summary>A second program on the same database, which learns of changes as any other process does.</summary>
    /// <param name="elsewhere">In another folder: as on another machine, over one PostgreSQL.</param>
    public async Task<Site> NeighbourAsync(string? elsewhere = null)
    {
        var app = Build(elsewhere ?? folder, given, Clock, background: true);
        await app.StartAsync();
        return new Site(app, elsewhere ?? folder, Clock, given) { isTwin = true };
    }

    static WebApplication Build(string folder, IEnumerable<KeyValuePair<string, string?>> settings, TestClock clock, bool background, Action<IServiceCollection>? more = null)
    {
        var app = ChaparApp.Build(ChaparSettings.Read(folder, settings), builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            if (!background)
                foreach (var loop in builder.Services.Where(IsLoop).ToList()) builder.Services.Remove(loop);
            more?.Invoke(builder.Services);
        });
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }

    // The counter of reads is made by a factory: its minutes are real ones, as are those of what begins later, and would end amid a long test.
    static bool IsLoop(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationFactory is not null || service.ImplementationType == typeof(EditionWatch) || service.ImplementationType?.Name == typeof(Later<>).Name);

    /// <summary>Works on the database as a page of the newsroom would; saves.</summary>
    public async Task<T> ChangeAsync<T>(Func<NewsDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var result = await work(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return result;
    }

    public Task ChangeAsync(Func<NewsDb, Task> work) => ChangeAsync(async db => { await work(db); return 0; });

    /// <summary>Everything that stands in the database, whatever the table: for what must not.</summary>
    public Task<string> StoredAsync() => ChangeAsync(async db =>
    {
        if (Postgres.ConnectionString is not null)
            return (await db.Database.SqlQueryRaw<string>("SELECT query_to_xml(format('select * from %I', tablename), true, false, '')::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public'")
                .ToListAsync(TestContext.Current.CancellationToken)).Aggregate("", (all, table) => all + table);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
        return System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "chapar.db"), TestContext.Current.CancellationToken));
    });

    /// <summary>Does all deliveries that are due.</summary>
    public Task DispatchAsync() => Services.GetRequiredService<Dispatcher>().RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends out what is due by the clock; how many stories that were.</summary>
    public Task<int> ReleaseAsync() => Services.GetRequiredService<ReleaseClock>().RunDueAsync(TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The page of an address that must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var response = await GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}");
        return await ParseAsync(response);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(TestFolder.Make("template"), "chapar.db");
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseSqliteFile(file);
        await using (var db = new SqliteNewsDb(options.Options, new Editions()))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (isTwin) return;
        if (given.FirstOrDefault(setting => setting.Key == PostgresSetting).Value is { } postgres) await Postgres.DropAsync(postgres);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Something was written into it meanwhile; it goes with the others when the tests end.
        }
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    DateTimeOffset now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Goes as the machine's does, for tests beside another process.</summary>
    public bool Goes { get; set; }

    public override DateTimeOffset GetUtcNow() => Goes ? System.GetUtcNow() : now;

    public void Advance(TimeSpan time) => now += time;
}

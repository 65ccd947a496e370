using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chapar.Database;
using Chapar.Database.Compiled;
using Chapar.Events;
using Chapar.Export;
using Chapar.Media;
using Chapar.Newsroom;
using Chapar.Newsroom.Writing.Together;
using Chapar.Pages;
using Chapar.Pages.Transport;
using Chapar.Rates.Fetching;
using Chapar.Reader;
using Chapar.Reader.Finding;
using Chapar.Reader.Markets;
using Chapar.Settings;
using Chapar.Suggestions;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary>Puts the house together: the one place where all its parts are known.</summary>
public static class ChaparApp
{
    /// <summary>The site, not yet started.</summary>
    /// <param name="settings">All settings.</param>
    /// <param name="more">For tests: last words on the services.</param>
    public static WebApplication Build(ChaparSettings settings, Action<WebApplicationBuilder>? more = null)
    {
        // Without what other hosts want of an application: it is a tenth of the start.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(ChaparApp).Assembly.GetName().Name,
            // Settings of ours do not stand in the host's file: nothing watches it.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = ErrorPage.LongestLine;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Polly", LogLevel.None)
            // Begins an activity and a scope for each request, of which nothing is written anywhere.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            // Warns at each start that its keys are not encrypted: they lie in a folder that only the program's user can open.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddHouse(settings);
        builder.Services.AddSite();
        if (settings.Pages.Keep) builder.Services.AddSingleton<IConnectionListenerFactory, KeptPageTransport>();
        builder.Services.AddNewsroom(settings);
        // Reads the keys of sign-ins before the site answers, which no reader needs; the rehearsal reads them.
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
        more?.Invoke(builder);
        var app = builder.Build();
        app.UseHouse();
        return app;
    }

    /// <summary>What commands need as much as the site: database, dispatcher, reactions.</summary>
    public static IServiceCollection AddHouse(this IServiceCollection services, ChaparSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Publication);
        services.AddSingleton(settings.Pages);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Editions>();
        services.AddSingleton(s => new PictureStore(settings.MediaFolder, s.GetService<ILogger<PictureStore>>()));
        services.AddSingleton(_ => new Downloads(settings.MediaFolder));
        services.AddSingleton(_ => SiteEdition.KeyOf(settings.DataFolder));
        // The options are the same for every context: made once.
        if (settings.Database.Postgres.Length > 0)
            services.AddDbContext<NewsDb, PostgresNewsDb>(options => options.UsePostgres(settings.Database.Postgres), optionsLifetime: ServiceLifetime.Singleton);
        else
            services.AddDbContext<NewsDb, SqliteNewsDb>(options => options.UseSqliteFile(settings.SqliteFile), optionsLifetime: ServiceLifetime.Singleton);
        var connect = Connections.Plain(settings.Database.Postgres, settings.SqliteFile);
        services.AddSingleton(s => new Lines(connect, s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<Editions>()));
        services.AddSingleton<Darkroom>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<SuggestionDesk>();
        services.AddFetching(settings);
        foreach (var reaction in Reactions.All) services.AddSingleton(typeof(IReact), reaction);
        foreach (var mirror in settings.Edition.Mirrors) services.AddSingleton<IReact>(s => new MirrorDelivery(mirror, settings, s.GetRequiredService<TimeProvider>()));
        return services;
    }

    static void AddSite(this IServiceCollection services)
    {
        // The default encoder writes Cyrillic as numeric entities and so doubles the page (DEPENDENCIES: HTML).
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Tidings>();
        services.AddSingleton<PageStore>();
        services.AddSingleton<KeptPageAnswers>();
        services.AddSingleton<Remembered>();
        services.AddSingleton<Stories>();
        services.AddSingleton<WrittenParts>();
        services.AddSingleton<ReadCounter>();
        services.AddHostedService(s => s.GetRequiredService<ReadCounter>());
        services.AddHostedService<PageCompressor>();
        services.AddHostedService<EditionWatch>();
        services.AddLater<DispatcherLoop>();
        services.AddLater<SuggestionUpkeep>();
        services.AddLater<FetchLoop>();
        services.AddLater<Completion>();
        services.AddSingleton<Liveries>();
        services.AddScoped<Shown>();
        services.AddSingleton<MarketFiles>();
        services.AddSingleton<OfflineFiles>();
        services.AddSingleton<SearchFiles>();
        services.AddScoped<OpenedDb>();
        services.AddScoped<ReaderDesk>();
        services.AddScoped<AddressTransformer>();
        PageParts.Use(services.AddRazorPages(options =>
        {
            ReaderRoutes.Add(options);
            StaffSite.Routes(options);
        }).WithRazorPagesAtContentRoot());
    }

    static void UseHouse(this WebApplication app)
    {
        // Made now, so that a machine on which no picture can be made, or a wrong logo, is told at start and not by readers.
        app.Services.GetRequiredService<PictureStore>();
        var liveries = app.Services.GetRequiredService<Liveries>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(ErrorPage.Answer);
        app.Use(ErrorPage.AnswerLongAddress);
        app.Use(AnswerWithoutAddress);
        var tidings = app.Services.GetRequiredService<Tidings>();
        // Whether the program lives is no question to the database, nor is what robots may read: it is answered also while the database is stopped.
        if (tidings.AreShared) app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health") && !Machines.WithoutDatabase.Contains(context.Request.Path.Value!), all => all.Use((context, next) => tidings.AnswerAsync(context, next)));
        app.Use(FrontRehearsal.Answer);
        app.UseWhen(StaffSite.Owns, StaffSite.Use);
        app.UseWhen(context => !StaffSite.Owns(context), readers =>
        {
            readers.UseMiddleware<PictureDelivery>();
            readers.UseMiddleware<FileDelivery>();
            readers.Use(liveries.AnswerIconAsync);
            readers.UseMiddleware<PageDelivery>();
            readers.UseMiddleware<Portions>();
            readers.UseMiddleware<OtherScripts>();
            readers.UseMiddleware<CanonicalAddress>();
            readers.UseMiddleware<LanguagePath>();
            readers.UseStatusCodePagesWithReExecute("/Reader/NotFound");
            readers.Use(NoPageByItsFileName);
        });
        app.UseMiddleware<SettingsPreview>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        string[] gets = [HttpMethods.Get], reads = [HttpMethods.Get, HttpMethods.Head];
        app.MapWhenAsked("/health/live", reads, () => Results.Text("alive"));
        app.MapWhenAsked("/health/ready", reads, async (NewsDb db, CancellationToken stop) => await db.Database.CanConnectAsync(stop)
            ? Results.Text("ready")
            : Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable));
        // Beside readiness and never part of it: that a bank is down is no reason to take the newspaper off the air.
        app.MapWhenAsked("/health/rates", gets, async (NewsDb db, FetchOptions options, TimeProvider clock, CancellationToken stop) =>
            Results.Json(await SourceStanding.ReadAsync(db, options, clock.GetUtcNow().UtcDateTime, stop), RatesVerb.Readable));
        app.MapWhenAsked("/health/pages", gets, (PageStore store, KeptPageAnswers answers) => Results.Json(StoreReport.Of(store, answers), RatesVerb.Readable));
        app.MapMethods(Liveries.StylesheetRoute, [HttpMethods.Get, HttpMethods.Head], liveries.AnswerStylesheetAsync);
        SettingsPreview.Map(app);
        app.Services.GetRequiredService<MarketFiles>().Map(app);
        app.Services.GetRequiredService<OfflineFiles>().Map(app);
        app.Services.GetRequiredService<SearchFiles>().Map(app);
        Machines.Map(app);
        app.Services.GetRequiredService<NewsroomFiles>().Map(app);
        TogetherSocket.Map(app);
        RatesApi.Map(app);
        SearchApi.Map(app);
        app.MapRazorPages();
        app.MapDynamicPageRoute<AddressTransformer>("/{**address}", state: null!, order: int.MaxValue);
    }

    /// <summary>"OPTIONS *" and "CONNECT host:443" are about no address: nothing behind this has to do with a path that is empty.</summary>
    static Task AnswerWithoutAddress(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.HasValue) return next(context);
        context.Response.StatusCode = HttpMethods.IsOptions(context.Request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    /// <summary>
    /// Pages that are found in the database have a file name as their route; nobody is to reach them by it. Canonical addresses
    /// are lower case, so only the program itself asks for "/Reader/...". The newsroom has no languages in its addresses.
    /// </summary>
    static Task NoPageByItsFileName(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/reader", StringComparison.Ordinal) && !StaffSite.Owns(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Brings the database to the newest schema, and makes what it lacks by it.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await ToNewestSchemaAsync(services);
        await CompleteAsync(services);
    }

    static async Task ToNewestSchemaAsync(IServiceProvider services)
    {
        if (IsAtNewestSchema(services.GetRequiredService<ChaparSettings>())) return;
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NewsDb>().Database.MigrateAsync();
    }

    /// <summary>Whether an embedded database has the newest schema. Past EF: to migrate to where it is, EF compares its whole model and takes a lock, and to be asked by it takes a tenth of a start.</summary>
    internal static bool IsAtNewestSchema(ChaparSettings settings) => settings.Database.Postgres.Length == 0 && Connections.IsNewest(settings.SqliteFile, Schema.Newest);

    /// <summary>Makes what a database of before some table lacks. Nearly always nothing; but a first start with a new schema may have been cut off.</summary>
    internal static async Task CompleteAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await Rates.RateYears.MakeMissingAsync(db);
        await Database.ShownPictures.MakeMissingAsync(db);
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await NamesVerb.BeginAsync(db, clock);
        await Search.SearchRebuild.AskAsync(db, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

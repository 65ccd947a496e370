using Chapar.Events;
using Chapar.Pages;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary>Database and dispatcher without the site, for one command.</summary>
sealed class House : IAsyncDisposable
{
    readonly ServiceProvider services;

    House(ServiceProvider services) => this.services = services;

    public IServiceProvider Services => services;

    /// <param name="settings">All settings.</param>
    /// <param name="migrate">False only for the command that migrates.</param>
    /// <param name="clock">Another than the machine's.</param>
    public static async Task<House> OpenAsync(ChaparSettings settings, bool migrate = true, TimeProvider? clock = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning)
            // A command says on its output what the log of the server says.
            .AddFilter("Chapar.Rates", LogLevel.Error).AddFilter("System.Net.Http", LogLevel.Error).AddFilter("Polly", LogLevel.None));
        collection.AddHouse(settings);
        if (clock is not null) collection.AddSingleton(clock);
        var house = new House(collection.BuildServiceProvider());
        if (migrate && settings.Database.Postgres.Length == 0) await ChaparApp.MigrateAsync(house.Services);
        return house;
    }

    /// <summary>For commands that have nothing to do with an empty newspaper: a folder that was mistyped is not made into one.</summary>
    /// <exception cref="SettingsException">There is none in the folder.</exception>
    public static Task<House> OpenExistingAsync(ChaparSettings settings)
    {
        MustExist(settings);
        return OpenAsync(settings);
    }

    /// <inheritdoc cref="OpenExistingAsync"/>
    public static void MustExist(ChaparSettings settings)
    {
        if (settings.Database.Postgres.Length == 0 && !File.Exists(settings.SqliteFile))
            throw new SettingsException($"There is no newspaper in {Path.GetDirectoryName(settings.SqliteFile)}: --data names the folder that serve, demo or import made.");
    }

    /// <summary>Before a site is opened on it: an embedded database; another's is its operator's. One that has the newest schema was given what it lacks when it got it, or will be by the site.</summary>
    public static async Task BringUpToDateAsync(ChaparSettings settings, TimeProvider? clock = null)
    {
        if (settings.Database.Postgres.Length > 0 || ChaparApp.IsAtNewestSchema(settings)) return;
        await using var house = await OpenAsync(settings, clock: clock);
    }

    /// <summary>
    /// Ends a command that changed something: does what is due (index, suggestions), then waits until a server on the same
    /// file has looked twice, so that "done" means that readers see it. On PostgreSQL each save has waited for all servers.
    /// </summary>
    public Task FinishAsync(CancellationToken stop) => FinishAsync(null, stop);

    /// <summary>The same, telling how far it is.</summary>
    public async Task FinishAsync(IProgress<DeliveriesDone>? progress, CancellationToken stop)
    {
        await services.GetRequiredService<Dispatcher>().RunDueAsync(progress, stop);
        if (services.GetRequiredService<ChaparSettings>().Database.Postgres.Length == 0) await Task.Delay(EditionWatch.Look * 2 + TimeSpan.FromMilliseconds(50), stop);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

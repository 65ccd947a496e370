using System.Diagnostics;
using System.Globalization;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Pages;

/// <summary>
/// The proof of <see cref="StaleTests"/> at full load: readers ask as fast as they are answered while edits are made, and each answer that began after
/// an edit was acknowledged is compared with a fresh render. Run by <c>bench/stale.sh</c>, which says what its settings mean.
/// </summary>
public sealed class StaleBench
{
    const int Articles = 12;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static readonly string[] modes = (Setting("MODES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
    static readonly int edits = int.Parse(Setting("EDITS") ?? "200", CultureInfo.InvariantCulture);
    static readonly int seed = int.Parse(Setting("SEED") ?? "20261126", CultureInfo.InvariantCulture);
    static readonly int pagesAtOnce = int.Parse(Setting("PAGES") ?? "8", CultureInfo.InvariantCulture);
    static readonly int readersEach = int.Parse(Setting("READERS") ?? "2", CultureInfo.InvariantCulture);
    static readonly TimeSpan most = TimeSpan.FromMinutes(double.Parse(Setting("MINUTES") ?? "15", CultureInfo.InvariantCulture));

    static string? Setting(string name) => Environment.GetEnvironmentVariable($"CHAPAR_BENCH_{name}") is { Length: > 0 } value ? value : null;

    static bool Is(string mode) => modes.Contains(mode);

    /// <summary>What edits of one kind did to the pages that were kept.</summary>
    sealed class Kind
    {
        public int Edits { get; set; }
        public long Made { get; set; }
        public long Same { get; set; }
    }

    [Fact(Explicit = true)]
    public async Task No_answer_is_older_than_what_was_acknowledged_before_it_was_asked_for()
    {
        var isShared = Is("processes") || Is("cut") || Is("kill");
        Assert.True(!isShared || Postgres.ConnectionString is not null, "Several processes serve over PostgreSQL.");
        await using var site = await Site.StartAsync(background: isShared, services: Is("slow") ? SlowReading.Add : null);
        await using var fresh = await site.FreshAsync();
        // Another process has the machine's clock.
        site.Clock.Goes = isShared;
        if (Is("slow")) SlowReading.Hold(site);
        SlowReading.IsHurried = true;
        var press = await Press.StartAsync(site, seed, without: isShared ? ["time"] : []);
        for (int i = 0; i < Articles; i++) await press.PublishAsync();
        await press.DeliverAsync();
        await using var second = isShared ? await SecondProcess.StartAsync(site) : null;

        Judge judge = new();
        SortedDictionary<string, Kind> kinds = new(StringComparer.Ordinal);
        var begun = Stopwatch.GetTimestamp();
        int edit = 0, cuts = 0;
        Random chance = new(seed);
        var addresses = await SomeAsync();
        Uri[] servers = second is null ? [site.Http.BaseAddress!] : [site.Http.BaseAddress!, second.Address];
        await using (Readers readers = new(servers, readersEach, Is("cancel"), addresses))
        {
            for (; edit < edits && Stopwatch.GetElapsedTime(begun) < most && judge.Stale == 0; edit++)
            {
                var (made, same) = (site.Pages.Misses, site.Pages.Same);
                var what = await press.EditAsync();
                if (isShared || edit % 3 == 0) await press.DeliverAsync();
                var acknowledged = Stopwatch.GetTimestamp();
                Dictionary<string, Seen> right = new(StringComparer.Ordinal);
                fresh.Forget(site.Publication);
                foreach (var address in addresses)
                {
                    using var response = await fresh.GetAsync(address);
                    right[address] = await Seen.OfAsync(response, Stop);
                }
                judge.Begin(edit + 1, what, acknowledged, right);
                if (Is("cut") && edit % 5 == 0) cuts += await ProcessesTests.CutAsync(site);
                if (Is("kill") && edit % 25 == 24) second!.KillAndStartAgain();
                judge.Look(readers.Answers);
                var kind = kinds.TryGetValue(what, out var known) ? known : kinds[what] = new();
                kind.Edits++;
                kind.Made += site.Pages.Misses - made;
                kind.Same += site.Pages.Same - same;
                // What was public before the edit is asked for after it too: a withdrawn story must be gone.
                readers.Addresses = addresses = await SomeAsync();
                if ((edit + 1) % 1000 == 0) Say($"... {edit + 1} edits, {judge.Compared:N0} compared, {judge.Stale} stale, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s");
            }
            Say($"{edit:N0} edits in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s by {servers.Length * readersEach} readers of {servers.Length} process(es)"
                + $"{(Is("cut") ? $"; listening cut {cuts} times" : "")}{(Is("kill") ? $"; killed {second!.Killed} times" : "")}");
            Say($"answers compared {judge.Compared:N0}, of them {judge.Unchanged:N0} by 304; {judge.Amid:N0} more amid an edit were the page before or after it, {judge.Mixed:N0} of both");
            Say($"left before the answer {readers.Left:N0}; without an answer {readers.Failed:N0}");
            Say($"kept pages of the first process: {site.Pages.Hits:N0} answers from them, {site.Pages.Misses:N0} made, of these {site.Pages.Same:N0} came out as they were ({100.0 * site.Pages.Same / site.Pages.Misses:N1} %)");
            Say($"{"kind of edit",-16} {"edits",7} {"pages made",11} {"the same",9} {"of 100",7}");
            foreach (var (name, kind) in kinds)
                Say($"{name,-16} {kind.Edits,7:N0} {kind.Made,11:N0} {kind.Same,9:N0} {(kind.Made == 0 ? 0 : 100.0 * kind.Same / kind.Made),7:N1}");
            Say($"stale {judge.Stale}");
            judge.Named.ForEach(Say);
            Assert.Equal(0, judge.Stale);
            Assert.True(judge.Compared > edit, "So few answers prove nothing.");
            if (!Is("kill")) Assert.Equal(0, readers.Failed);
        }

        // Not all of them after each edit: what is kept and not asked for stays kept, and is as stale when it is asked for later.
        async Task<IReadOnlyList<string>> SomeAsync() => chance.GetItems([.. await press.AddressesAsync()], pagesAtOnce).Distinct().ToList();
    }

    static void Say(string line) => Console.WriteLine(line);

    /// <summary>The program as another process on the same database, in a folder of its own.</summary>
    sealed class SecondProcess : IAsyncDisposable
    {
        readonly string folder = TestFolder.Make("second");
        readonly IReadOnlyDictionary<string, string?> environment;
        Process process;
        Task starting = Task.CompletedTask;

        SecondProcess(IReadOnlyDictionary<string, string?> environment, Uri address, Process process) => (this.environment, Address, this.process) = (environment, address, process);

        public Uri Address { get; }

        public int Killed { get; private set; }

        public static async Task<SecondProcess> StartAsync(Site site)
        {
            var address = BuiltProgram.FreeAddress();
            return new(site.Environment, address, await BuiltProgram.ServeAsync(TestFolder.Make("second"), address, site.Environment));
        }

        /// <summary>Without a word, as <c>kill -9</c> and a cut cable do. Nothing while it is just being started.</summary>
        public void KillAndStartAgain()
        {
            if (!starting.IsCompletedSuccessfully) return;
            process.Kill(entireProcessTree: true);
            Killed++;
            starting = Task.Run(async () =>
            {
                await process.WaitForExitAsync(Stop);
                process.Dispose();
                process = await BuiltProgram.ServeAsync(folder, Address, environment);
            });
        }

        public async ValueTask DisposeAsync()
        {
            await starting;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Each fourth question of a page to the database takes some milliseconds more, so that edits fall into the middle of many renders.</summary>
    sealed class SlowReading : DbCommandInterceptor
    {
        static readonly AsyncLocal<bool> hurried = new();

        /// <summary>Whether who asks from here is let through at once.</summary>
        public static bool IsHurried { set => hurried.Value = value; }

        public static void Add(IServiceCollection services)
        {
            services.ConfigureDbContext<SqliteNewsDb>(options => options.AddInterceptors(new SlowReading()));
            services.ConfigureDbContext<PostgresNewsDb>(options => options.AddInterceptors(new SlowReading()));
        }

        public override async ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await WaitAsync(cancellationToken);
            return result;
        }

        /// <summary>Of questions that are asked past EF.</summary>
        public static void Hold(Site site) => site.Services.GetRequiredService<Lines>().Before = WaitAsync;

        static async ValueTask WaitAsync(CancellationToken stop)
        {
            if (!hurried.Value && Random.Shared.Next(4) == 0) await Task.Delay(Random.Shared.Next(1, 12), stop);
        }
    }
}

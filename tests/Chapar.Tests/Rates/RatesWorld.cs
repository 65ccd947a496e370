using System.Globalization;
using Chapar.Database;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Rates;

/// <summary>A newsroom with nothing but rates, in a database of its own: a SQLite file, or PostgreSQL where the suite runs on it.</summary>
sealed class RatesWorld : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("chapar-rates-").FullName;
    readonly Editions editions = new();
    string? postgres;
    int files;

    public StringWriter Log { get; } = new(CultureInfo.InvariantCulture);

    /// <param name="isCreated">False for an empty database, to be migrated.</param>
    public static async Task<RatesWorld> OpenAsync(bool isCreated = true)
    {
        RatesWorld world = new() { postgres = Postgres.ConnectionString is { } server ? await Postgres.NewDatabaseAsync(server) : null };
        await using NewsDb db = world.Db();
        if (isCreated)
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return world;
    }

    public NewsDb Db()
    {
        if (postgres is not null)
        {
            DbContextOptionsBuilder<PostgresNewsDb> elsewhere = new();
            elsewhere.UsePostgres(postgres);
            return new PostgresNewsDb(elsewhere.Options, editions);
        }
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile(Path.Combine(folder, "news.db"));
        return new SqliteNewsDb(options.Options, editions);
    }

    /// <summary>A file with the bytes a bank would send.</summary>
    public string File(string text)
    {
        string file = Path.Combine(folder, FormattableString.Invariant($"document{++files}"));
        System.IO.File.WriteAllBytes(file, SmallDocuments.Bytes(text));
        return file;
    }

    /// <summary>Loads documents that were fetched at a moment.</summary>
    public async Task<RateLoadReport> LoadAsync(string source, string now, params string[] texts) =>
        await LoadFilesAsync(source, now, false, [.. texts.Select(File)]);

    public async Task<RateLoadReport> LoadFilesAsync(string source, string now, bool releaseHeld, params string[] files)
    {
        await using NewsDb db = Db();
        return await RateLoading.LoadAsync(db, RateSources.Of(source), files, Utc(now), Log, releaseHeld, TestContext.Current.CancellationToken);
    }

    public async Task<TickerItem> TickerAsync(string currency, string now)
    {
        await using NewsDb db = Db();
        return (await RateTicker.ReadAsync(db, Utc(now), cancellation: TestContext.Current.CancellationToken)).Single(i => i.Currency == currency);
    }

    public async Task<RatesTable> TableAsync(string now)
    {
        await using NewsDb db = Db();
        return await RatesTable.ReadAsync(db, Utc(now), TestContext.Current.CancellationToken);
    }

    public static DateTime Utc(string moment) =>
        DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    /// <summary>A Kyrgyz daily bulletin; the dollar and the euro as printed.</summary>
    public static string Kyrgyz(string day, string usd, string eur = "100,0000") => $"""
        <?xml version="1.0" encoding="windows-1251" ?>
        <CurrencyRates Name="Daily Exchange Rates" Date="{day}">
        <Currency ISOCode="USD"><Nominal>1</Nominal><Value>{usd}</Value></Currency>
        <Currency ISOCode="EUR"><Nominal>1</Nominal><Value>{eur}</Value></Currency>
        </CurrencyRates>
        """;

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await Log.DisposeAsync();
        if (postgres is not null)
            await Postgres.DropAsync(postgres);
        Directory.Delete(folder, recursive: true);
    }
}

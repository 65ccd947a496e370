using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Chapar.Database;

/// <summary>How the two databases are opened.</summary>
public static class Connections
{
    /// <summary>Waits this many seconds for another writer before giving up.</summary>
    const int BusySeconds = 10;

    /// <remarks>Two warnings of each first start are left out, since an operator can do nothing about them: a column that came later stands at the end of its
    /// table, and a table that SQLite cannot alter is made anew with its foreign keys off, which a transaction does not allow.</remarks>
    public static void UseSqliteFile(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(Of(file), s => s.MigrationsHistoryTable("Migrations").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(Pragmas.Instance)
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.ColumnOrderIgnoredWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));

    public static void UsePostgres(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, p => p.MigrationsHistoryTable("Migrations").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.ColumnOrderIgnoredWarning));

    static string Of(string file) => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds }.ToString();

    /// <summary>Connections of no context: see <see cref="Lines"/>.</summary>
    /// <param name="postgres">Its connection string; empty for the embedded database.</param>
    /// <param name="file">Of the embedded database.</param>
    public static Func<DbConnection> Plain(string postgres, string file) => postgres.Length > 0 ? () => new NpgsqlConnection(postgres) : () => new SqliteConnection(Of(file));

    /// <summary>Whether the last migration of an embedded database is this one; false of a database that is not there.</summary>
    internal static bool IsNewest(string file, string migration)
    {
        if (!File.Exists(file)) return false;
        using var connection = new SqliteConnection(Of(file));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT count(*) FROM sqlite_schema WHERE name = 'Migrations'""";
        if (command.ExecuteScalar() is 0L) return false;
        command.CommandText = """SELECT max("MigrationId") FROM "Migrations" """;
        return command.ExecuteScalar() as string == migration;
    }

    /// <summary>Gives an open connection its settings.</summary>
    internal static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas.Sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Settings that SQLite keeps for each connection; WAL is kept in the file.</summary>
    sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        // A megabyte of cache each, half of SQLite's own measure: what it has not is asked of the system, which has the file in memory.
        public const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-1000;";

        // EF opens a connection for each query, mostly the same one from the pool, which has them already.
        readonly ConditionalWeakTable<object, object> prepared = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (prepared.TryAdd(((SqliteConnection)connection).Handle!, this)) Prepare((SqliteConnection)connection);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite has no asynchronous work.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

/// <summary>For the migrations tool only: <c>dotnet ef migrations add NAME --context SqliteNewsDb -o Database/Migrations/Sqlite</c>.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteNewsDb>
{
    public SqliteNewsDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseSqliteFile("design.db");
        return new SqliteNewsDb(options.Options, new Editions());
    }
}

/// <summary>For the migrations tool only: <c>dotnet ef migrations add NAME --context PostgresNewsDb -o Database/Migrations/Postgres</c>.</summary>
sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresNewsDb>
{
    public PostgresNewsDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresNewsDb>();
        options.UsePostgres("Host=localhost;Database=design");
        return new PostgresNewsDb(options.Options, new Editions());
    }
}

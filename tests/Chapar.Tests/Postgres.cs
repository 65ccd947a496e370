using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chapar.Tests;

/// <summary>The PostgreSQL run of the suite, switched on by CHAPAR_TEST_POSTGRES_CONNECTION.</summary>
static class Postgres
{
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable("CHAPAR_TEST_POSTGRES_CONNECTION") is { Length: > 0 } text ? text : null;

    /// <summary>Made once, copied for each test: migrating takes longer than copying.</summary>
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    /// <summary>A fresh, empty database on that server.</summary>
    public static async Task<string> NewDatabaseAsync(string server)
    {
        var name = NewName();
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return In(server, name);
    }

    /// <summary>A fresh database on that server with all tables.</summary>
    public static async Task<string> MigratedDatabaseAsync(string server)
    {
        var name = NewName();
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        return In(server, name);
    }

    /// <summary>Gives back its connections and its room: a suite makes hundreds.</summary>
    public static async Task DropAsync(string database)
    {
        await using (NpgsqlConnection pool = new(database)) NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync(ConnectionString!, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    static async Task<string> MakeTemplateAsync()
    {
        var database = await NewDatabaseAsync(ConnectionString!);
        DbContextOptionsBuilder<PostgresNewsDb> options = new();
        options.UsePostgres(database);
        await using (PostgresNewsDb db = new(options.Options, new Editions())) await db.Database.MigrateAsync();
        // Nobody may be connected to what is copied.
        await using NpgsqlConnection pool = new(database);
        NpgsqlConnection.ClearPool(pool);
        return pool.Database;
    }

    static string NewName() => $"chapar_{Guid.NewGuid():N}";

    static string In(string server, string name) => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10 }.ToString();

    static async Task ExecuteAsync(string server, string sql)
    {
        await using NpgsqlConnection connection = new(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

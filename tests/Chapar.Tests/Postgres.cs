using Npgsql;

namespace Chapar.Tests;

/// <summary>The PostgreSQL run of the suite, switched on by CHAPAR_TEST_POSTGRES_CONNECTION.</summary>
static class Postgres
{
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable("CHAPAR_TEST_POSTGRES_CONNECTION") is { Length: > 0 } text ? text : null;

    /// <summary>A fresh, empty database on that server.</summary>
    public static async Task<string> NewDatabaseAsync(string server)
    {
        var name = $"chapar_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10 }.ToString();
    }
}

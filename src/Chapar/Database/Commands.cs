using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Database;

/// <summary>
/// Commands past EF: those that are run many times with other values, since tracking an entity for each row took half the time of an import; and questions of which
/// a page asks many, where EF's wrapping took as long as the answer.
/// </summary>
static class Commands
{
    /// <summary>Runs the command with these values.</summary>
    public static async Task RunAsync(this DbCommand command, CancellationToken stop, params (string Name, object Value)[] values)
    {
        command.Take(values);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Asks a question.</summary>
    /// <param name="read">Makes of a row what is wanted.</param>
    public static async Task<List<T>> AskAsync<T>(this NewsDb db, string question, Func<DbDataReader, T> read, CancellationToken stop, params (string Name, object Value)[] values)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = question;
        command.Take(values);
        List<T> rows = [];
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) rows.Add(read(reader));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return rows;
    }

    /// <summary>Values that a question of <see cref="AskAsync"/> takes as one, and how it says that it means one of them.</summary>
    /// <param name="name">Of the parameter.</param>
    public static (string IsOne, (string, object) Given) AnyOf<T>(this NewsDb db, string name, IReadOnlyCollection<T> values) => db.Database.IsSqlite()
        ? ($"IN (SELECT value FROM json_each(@{name}))", (name, JsonSerializer.Serialize(values, Text.PlainJson.Options)))
        : ($"= ANY (@{name})", (name, values.ToArray()));

    /// <summary>Gives the command these values instead of those that it has.</summary>
    public static void Take(this DbCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}

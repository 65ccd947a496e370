using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Database;

/// <summary>
/// Commands past EF: those that are run many times with other values, since tracking an entity for each row took half the time of an import; and questions
/// that EF has no words for.
/// </summary>
static class Commands
{
    /// <summary>Runs the command with these values.</summary>
    public static async Task RunAsync(this DbCommand command, CancellationToken stop, params (string Name, object Value)[] values)
    {
        command.Take(values);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Asks on the context's own connection, in its transaction if it has one.</summary>
    public static async Task<List<T>> AskAsync<T>(this NewsDb db, Wording wording, IReadOnlyList<object> values, Func<AnswerRow, T> read, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.Take(wording, values);
        List<T> rows = [];
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            AnswerRow row = new(reader, db.Database.IsSqlite());
            while (await reader.ReadAsync(stop)) rows.Add(read(row));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return rows;
    }

    /// <summary>Makes the command ask in these words.</summary>
    /// <param name="values">One for each parameter.</param>
    public static void Take(this DbCommand command, Wording wording, IReadOnlyList<object> values)
    {
        command.CommandText = wording.Sql;
        command.Take([.. wording.Parameters.Select(p => p.Name).Zip(values)]);
    }

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

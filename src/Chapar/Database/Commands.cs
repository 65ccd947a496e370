using System.Data.Common;

namespace Chapar.Database;

/// <summary>Commands that are run many times with other values: tracking an entity for each row took half the time of an import.</summary>
static class Commands
{
    /// <summary>Runs the command with these values.</summary>
    public static async Task RunAsync(this DbCommand command, CancellationToken stop, params (string Name, object Value)[] values)
    {
        command.Take(values);
        await command.ExecuteNonQueryAsync(stop);
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

namespace Chapar.Database;

/// <summary>A question that EF has no words for (what is in a full text), in the words of each database.</summary>
/// <param name="sqlite">SQL of the embedded database; several values are a list in JSON.</param>
/// <param name="postgres">SQL of PostgreSQL; several values are an array.</param>
/// <param name="read">Makes of a row what is wanted.</param>
/// <param name="parameters">Their names, with the @.</param>
sealed class SqlQuestion<TRow>(string sqlite, string postgres, Func<AnswerRow, TRow> read, params IReadOnlyList<string> parameters)
{
    readonly Wording forSqlite = Word(sqlite, parameters), forPostgres = Word(postgres, parameters);

    /// <summary>All rows.</summary>
    /// <param name="values">One for each parameter.</param>
    public async ValueTask<List<TRow>> ListAsync(Asking asking, CancellationToken stop, params object[] values)
    {
        var isSqlite = asking.IsSqlite;
        var wording = isSqlite ? forSqlite : forPostgres;
        for (var i = 0; i < values.Length; i++) values[i] = Question.Stored(values[i], isSqlite);
        return asking.Lines is { } lines ? await lines.AskAsync(wording, values, read, int.MaxValue, stop) : await asking.Db.AskAsync(wording, values, read, stop);
    }

    static Wording Word(string sql, IReadOnlyList<string> parameters) => new(sql, [.. parameters.Select(name => new WordedParameter(name, null))]);
}

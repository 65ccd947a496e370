using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Chapar.Database;

/// <summary>
/// Lines to the database that stay open, each with the commands that were asked on it made ready. What pages ask thousands of times a second is asked
/// here and past EF (<see cref="Question{TAbout, TRow}"/>): making a context takes longer than SQLite's answer. Nothing is ever written on them.
/// </summary>
/// <param name="connect">Makes a connection, not yet open.</param>
/// <param name="scopes">For a context, when a question is put into SQL.</param>
/// <param name="editions">Of the house.</param>
public sealed class Lines(Func<DbConnection> connect, IServiceScopeFactory scopes, Editions editions) : IDisposable
{
    /// <summary>More than are asked on at once, but for a moment; what is more is closed again. A question to SQLite has a thread to itself.</summary>
    int MostIdle => AreSqlite ? Math.Max(2, Environment.ProcessorCount) : 16;

    readonly ConcurrentStack<Line> idle = new();

    sealed class Line(DbConnection connection) : IDisposable
    {
        public DbConnection Connection { get; } = connection;

        public Dictionary<Wording, DbCommand> Ready { get; } = new(ReferenceEqualityComparer.Instance);

        public void Dispose()
        {
            foreach (var command in Ready.Values) command.Dispose();
            Connection.Dispose();
        }
    }

    internal IServiceScopeFactory Scopes => scopes;

    internal Editions Editions => editions;

    /// <summary>For tests: what is waited for before a question is asked.</summary>
    internal Func<CancellationToken, ValueTask>? Before { get; set; }

    internal bool AreSqlite { get; } = connect() is SqliteConnection;

    /// <summary>Asks and reads all rows, or so many.</summary>
    /// <param name="wording">Always the same object for the same question.</param>
    /// <param name="values">One for each parameter.</param>
    internal async ValueTask<List<TRow>> AskAsync<TRow>(Wording wording, IReadOnlyList<object> values, Func<AnswerRow, TRow> read, int most, CancellationToken stop)
    {
        if (Before is not null) await Before(stop);
        while (true)
        {
            var isNew = !idle.TryPop(out var line);
            line ??= await OpenAsync(stop);
            try
            {
                var rows = await AskAsync(line, wording, values, read, most, stop);
                if (idle.Count < MostIdle) idle.Push(line);
                else line.Dispose();
                return rows;
            }
            catch (DbException) when (!isNew && line.Connection.State != ConnectionState.Open)
            {
                // The server was restarted since it was last asked on this line, and so on the others: asked once more on a new one.
                line.Dispose();
                Clear();
            }
            catch
            {
                line.Dispose();
                throw;
            }
        }
    }

    async ValueTask<List<TRow>> AskAsync<TRow>(Line line, Wording wording, IReadOnlyList<object> values, Func<AnswerRow, TRow> read, int most, CancellationToken stop)
    {
        if (!line.Ready.TryGetValue(wording, out var command)) line.Ready[wording] = command = Command(line, wording, values);
        else
            for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i];
        List<TRow> rows = [];
        // SQLite has no asynchronous work.
        if (AreSqlite)
        {
            using var answer = command.ExecuteReader();
            while (rows.Count < most && answer.Read()) rows.Add(read(new(answer, true)));
            return rows;
        }
        await using var coming = await command.ExecuteReaderAsync(stop);
        while (rows.Count < most && await coming.ReadAsync(stop)) rows.Add(read(new(coming, false)));
        return rows;
    }

    static DbCommand Command(Line line, Wording wording, IReadOnlyList<object> values)
    {
        var command = line.Connection.CreateCommand();
        command.Take(wording, values);
        command.Prepare();
        return command;
    }

    async ValueTask<Line> OpenAsync(CancellationToken stop) => new(await ConnectAsync(stop));

    /// <summary>A line of the caller's own, to be disposed of by it.</summary>
    public async ValueTask<DbConnection> ConnectAsync(CancellationToken stop)
    {
        var connection = connect();
        await connection.OpenAsync(stop);
        if (connection is SqliteConnection file) Connections.Prepare(file);
        return connection;
    }

    void Clear()
    {
        while (idle.TryPop(out var line)) line.Dispose();
    }

    public void Dispose() => Clear();
}

/// <summary>One row of an answer, whose columns are stored as <c>Mappings/Conventions</c> says.</summary>
public readonly struct AnswerRow(DbDataReader answer, bool isSqlite)
{
    public string Text(int column) => answer.GetString(column);

    public string? TextOrNot(int column) => answer.IsDBNull(column) ? null : answer.GetString(column);

    /// <summary>A text as UTF-8, until the next row is read; none for nothing.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => answer.IsDBNull(column) ? [] : answer is SqliteDataReader { Handle: { } sqlite } ? SQLitePCL.raw.sqlite3_column_blob(sqlite, column) : Encoding.UTF8.GetBytes(answer.GetString(column));

    public int Number(int column) => answer.GetInt32(column);

    public DateOnly Day(int column) => answer.GetFieldValue<DateOnly>(column);

    public long Count(int column) => answer.GetInt64(column);

    public double Part(int column) => answer.GetDouble(column);

    public bool Is(int column) => answer.GetBoolean(column);

    public Guid Id(int column) => isSqlite ? new Guid(answer.GetFieldValue<byte[]>(column), bigEndian: true) : answer.GetGuid(column);

    public Guid? IdOrNot(int column) => answer.IsDBNull(column) ? null : Id(column);

    /// <summary>UTC.</summary>
    public DateTime At(int column) => isSqlite
        ? DateTime.UnixEpoch.AddMilliseconds(answer.GetInt64(column))
        : DateTime.SpecifyKind(answer.GetDateTime(column), DateTimeKind.Utc);

    public DateTime? AtOrNot(int column) => answer.IsDBNull(column) ? null : At(column);

    public T Word<T>(int column) where T : struct, Enum => Words<T>.Of[answer.GetString(column)];

    static class Words<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Of = Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.Ordinal);
    }
}

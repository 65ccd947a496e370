using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// A question that pages ask thousands of times a second: written for EF, which puts it into SQL once, and asked past it (<see cref="Lines"/>), where
/// the row is read by hand. A context, its change tracker and its delegates take ten times as long as SQLite takes for its answer.
/// </summary>
/// <typeparam name="TAbout">A <see cref="Guid"/>, several of them as <c>IReadOnlyList&lt;Guid&gt;</c>, or a string.</typeparam>
/// <typeparam name="TRow">What a row is read into.</typeparam>
/// <param name="name">Its own among all questions: in <see cref="Wordings"/> stands its SQL.</param>
/// <param name="query">Chooses columns and no entities; reads nothing but the database and its parameter.</param>
/// <param name="read">Reads the columns in the order in which the query names them. <c>QuestionTests</c> asks each question in both ways.</param>
public sealed class Question<TAbout, TRow>(string name, Expression<Func<NewsDb, TAbout, IQueryable<TRow>>> query, Func<AnswerRow, TRow> read) : Question(name) where TAbout : notnull
{
    // Both databases may be open in one process.
    Wording? sqlite, postgres;

    /// <summary>All rows, in the order of the query.</summary>
    public ValueTask<List<TRow>> ListAsync(Lines lines, TAbout about, CancellationToken stop = default) => AskAsync(lines, about, int.MaxValue, stop);

    /// <summary>The first row, or the type's default without one.</summary>
    public async ValueTask<TRow?> FirstAsync(Lines lines, TAbout about, CancellationToken stop = default) => await AskAsync(lines, about, 1, stop) is [var first, ..] ? first : default;

    /// <summary>The same question asked by EF.</summary>
    internal IQueryable<TRow> By(NewsDb db, TAbout about) => ((Expression<Func<NewsDb, TAbout, IQueryable<TRow>>>)new Opened().Visit(query)).Compile()(db, about);

    ValueTask<List<TRow>> AskAsync(Lines lines, TAbout about, int most, CancellationToken stop)
    {
        var wording = lines.AreSqlite ? sqlite ??= Wordings.Of(Name) ?? Word(lines, about) : postgres ??= Word(lines, about);
        return lines.AskAsync(wording.Sql, wording.Parameters, Stored(about, lines.AreSqlite), read, most, stop);
    }

    internal override Wording Word(NewsDb db) => Word(db, typeof(TAbout) == typeof(string) ? (TAbout)(object)"" : typeof(TAbout) == typeof(Guid) ? default! : (TAbout)(object)Array.Empty<Guid>());

    Wording Word(Lines lines, TAbout about)
    {
        using var scope = lines.Scopes.CreateScope();
        return Word(scope.ServiceProvider.GetRequiredService<NewsDb>(), about);
    }

    Wording Word(NewsDb db, TAbout about)
    {
        using var command = By(db, about).CreateDbCommand();
        return new(command.CommandText, [.. command.Parameters.Cast<System.Data.Common.DbParameter>().Select(p => p.ParameterName)]);
    }

    /// <summary>As <c>Mappings/Conventions</c> has it: ids of SQLite are sixteen bytes, and several are a list in JSON.</summary>
    static object Stored(TAbout about, bool isSqlite) => about switch
    {
        Guid id => isSqlite ? id.ToByteArray(bigEndian: true) : id,
        IReadOnlyList<Guid> ids => isSqlite ? $"[{string.Join(',', ids.Select(id => $"\"{Convert.ToHexString(id.ToByteArray(bigEndian: true))}\""))}]" : ids.ToArray(),
        _ => about,
    };

    /// <summary>Puts what the house's own words for a question (<c>Published()</c>) stand for in their place: EF knows its own only.</summary>
    sealed class Opened : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = base.VisitMethodCall(node);
            if (visited is not MethodCallExpression { Method.IsStatic: true, Arguments: [var source] } call || call.Method.DeclaringType!.Assembly != typeof(NewsDb).Assembly)
                return visited;
            var row = call.Method.ReturnType.GetGenericArguments()[0];
            var asked = Activator.CreateInstance(typeof(EnumerableQuery<>).MakeGenericType(row), source);
            return ((IQueryable)call.Method.Invoke(null, [asked])!).Expression;
        }
    }
}

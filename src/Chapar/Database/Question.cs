using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// A question that pages ask thousands of times a second: written for EF, which puts it into SQL once, and asked past it (<see cref="Lines"/>), where
/// the row is read by hand. A context, its change tracker and its delegates take ten times as long as SQLite takes for its answer.
/// </summary>
/// <typeparam name="TAbout">A <see cref="Guid"/>, a string, several of either or of long numbers as <c>IReadOnlyList</c>, an instant (UTC), a day, a number, or a record of such, none of whose names is the end of another.</typeparam>
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
        return lines.AskAsync(wording, Values(wording, about, lines.AreSqlite), read, most, stop);
    }

    internal override Wording Word(NewsDb db) => Word(db, (TAbout)Sample(typeof(TAbout)));

    Wording Word(Lines lines, TAbout about)
    {
        using var scope = lines.Scopes.CreateScope();
        return Word(scope.ServiceProvider.GetRequiredService<NewsDb>(), about);
    }

    Wording Word(NewsDb db, TAbout about)
    {
        using var command = By(db, about).CreateDbCommand();
        // EF calls what comes from the question's own parameter "Value", and how many rows are taken "p".
        return new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => new WordedParameter(p.ParameterName, p.ParameterName.TrimStart('@').StartsWith("Value", StringComparison.Ordinal) ? null : (int)p.Value!))]);
    }

    /// <summary>What the names of a record are called; null where the question is about one value.</summary>
    static readonly PropertyInfo[]? members = typeof(TAbout).Assembly == typeof(Question).Assembly ? typeof(TAbout).GetProperties(BindingFlags.Public | BindingFlags.Instance) : null;

    /// <summary>One for each parameter. EF calls them after what they are of: "@Value_Language".</summary>
    static object[] Values(Wording wording, TAbout about, bool isSqlite) =>
        [.. wording.Parameters.Select(p => p.Always ?? Stored(members is null ? about : members.Single(m => p.Name.EndsWith(m.Name, StringComparison.Ordinal)).GetValue(about)!, isSqlite))];

    /// <summary>Any value but none, of which EF would make another question.</summary>
    static object Sample(Type type) =>
        type == typeof(string) ? ""
        : type == typeof(IReadOnlyList<Guid>) ? Array.Empty<Guid>()
        : type == typeof(IReadOnlyList<string>) ? Array.Empty<string>()
        : type == typeof(IReadOnlyList<long>) ? Array.Empty<long>()
        : members is not null && type == typeof(TAbout) && type.GetConstructors().First(c => c.GetParameters().Length == members.Length) is var made ? made.Invoke([.. made.GetParameters().Select(p => Sample(p.ParameterType))])
        : Activator.CreateInstance(type)!;

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

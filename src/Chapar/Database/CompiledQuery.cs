using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Chapar.Database;

/// <summary>
/// A question that pages ask thousands of times a second, made into SQL once: EF otherwise goes through the whole expression each time to find out
/// that it has seen it before, which takes longer than SQLite's answer.
/// </summary>
/// <remarks>A delegate of <see cref="EF.CompileAsyncQuery{TContext,TParam1,TResult}(Expression{Func{TContext,TParam1,IQueryable{TResult}}})"/> serves one
/// model only, and a process that opens both kinds of database has two.</remarks>
/// <param name="query">Reads nothing but the database and its parameter; of entities without tracking.</param>
public sealed class CompiledQuery<TAbout, TRow>(Expression<Func<NewsDb, TAbout, IQueryable<TRow>>> query)
{
    readonly ConditionalWeakTable<IModel, Func<NewsDb, TAbout, IAsyncEnumerable<TRow>>> compiled = [];

    IAsyncEnumerable<TRow> Ask(NewsDb db, TAbout about) => compiled.GetValue(db.Model, _ => EF.CompileAsyncQuery((Expression<Func<NewsDb, TAbout, IQueryable<TRow>>>)new Opened().Visit(query)))(db, about);

    /// <summary>All rows, in the order of the query.</summary>
    public async ValueTask<List<TRow>> ListAsync(NewsDb db, TAbout about, CancellationToken stop = default)
    {
        List<TRow> rows = [];
        await foreach (var row in Ask(db, about).WithCancellation(stop)) rows.Add(row);
        return rows;
    }

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

    /// <summary>The first row, or the type's default without one.</summary>
    public async ValueTask<TRow?> FirstAsync(NewsDb db, TAbout about, CancellationToken stop = default)
    {
        await foreach (var row in Ask(db, about).WithCancellation(stop)) return row;
        return default;
    }
}

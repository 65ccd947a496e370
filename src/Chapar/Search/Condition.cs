namespace Chapar.Search;

/// <summary>What an article must have, in the terms of the index; each database has its own way to say it.</summary>
abstract record Condition
{
    /// <summary>A term, or all terms that begin so. It is letters and digits, never syntax.</summary>
    public sealed record Term(string Key, bool IsPrefix = false) : Condition
    {
        public override string ForSqlite => $"\"{Key}\"{(IsPrefix ? "*" : "")}";
        public override string ForPostgres => $"'{Key}'{(IsPrefix ? ":*" : "")}";
    }

    /// <summary>Terms one after the other.</summary>
    public sealed record Phrase(IReadOnlyList<string> Keys) : Condition
    {
        public override string ForSqlite => $"\"{string.Join(' ', Keys)}\"";
        public override string ForPostgres => $"({string.Join(" <-> ", Keys.Select(key => $"'{key}'"))})";
    }

    public sealed record All(IReadOnlyList<Condition> Of) : Condition
    {
        public override string ForSqlite => $"({string.Join(" AND ", Of.Select(one => one.ForSqlite))})";
        public override string ForPostgres => $"({string.Join(" & ", Of.Select(one => one.ForPostgres))})";
    }

    public sealed record Any(IReadOnlyList<Condition> Of) : Condition
    {
        public override string ForSqlite => $"({string.Join(" OR ", Of.Select(one => one.ForSqlite))})";
        public override string ForPostgres => $"({string.Join(" | ", Of.Select(one => one.ForPostgres))})";
    }

    public sealed record But(Condition Wanted, Condition Excluded) : Condition
    {
        public override string ForSqlite => $"({Wanted.ForSqlite} NOT {Excluded.ForSqlite})";
        public override string ForPostgres => $"({Wanted.ForPostgres} & !{Excluded.ForPostgres})";
    }

    /// <summary>An FTS5 expression.</summary>
    public abstract string ForSqlite { get; }

    /// <summary>A tsquery, as it is cast and not parsed from text.</summary>
    public abstract string ForPostgres { get; }

    public static Condition AnyOf(IEnumerable<string> keys) => new Any([.. keys.Distinct(StringComparer.Ordinal).Select(key => new Term(key))]);

    public static Condition AllOf(IEnumerable<string> keys) => new All([.. keys.Select(key => new Term(key))]);
}

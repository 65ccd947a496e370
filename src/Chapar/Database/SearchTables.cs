namespace Chapar.Database;

/// <summary>
/// The full-text tables that EF has no words for. Both hold terms that the program has made, never text that the database would take
/// apart in its own way: SQLite in an FTS5 table without a copy (row number = number of the <see cref="SearchEntry"/>), PostgreSQL in a
/// vector beside the entry.
/// </summary>
static class SearchTables
{
    /// <summary>Of the first releases.</summary>
    public const string Sqlite = """
        CREATE VIRTUAL TABLE "SearchText" USING fts5(headline, names, deck, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        """;

    /// <summary>Of the first releases.</summary>
    public const string Postgres = """
        ALTER TABLE "SearchEntries" ADD COLUMN "Vector" tsvector;
        CREATE INDEX "IX_SearchEntries_Vector" ON "SearchEntries" USING gin ("Vector");
        """;

    /// <summary>Words as they are written with their places, stems, names, and what an article is filed under.</summary>
    /// <remarks>The ascii tokenizer parts at blanks only, since terms have no other ASCII than letters and digits.</remarks>
    public const string SqliteKeys = """
        CREATE VIRTUAL TABLE "SearchKeys" USING fts5(written, words, names, filed, content='', contentless_delete=1, tokenize='ascii');
        """;

    /// <summary>Before the entries are made anew.</summary>
    public const string SqliteDrop = """
        DROP TABLE "SearchText"; DELETE FROM "SearchEntries";
        """;

    /// <inheritdoc cref="SqliteDrop"/>
    public const string PostgresDrop = """
        DELETE FROM "SearchEntries";
        """;

    /// <summary>Reads all of the index, to the last byte.</summary>
    public const string SqliteRead = """
        SELECT total(length(CAST("block" AS TEXT))) AS "Value" FROM "SearchKeys_data"
        """;

    /// <summary>
    /// Before all of the index is written: its parts are put together at the end, and as few as can be on the way. FTS5 writes out what it has gathered after a megabyte, five times in a
    /// piece of four hundred articles; with eight it does so once, which takes a third less time.
    /// </summary>
    public const string SqliteBegin = """
        INSERT INTO "SearchKeys" ("SearchKeys") VALUES ('delete-all');
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('automerge', 0);
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('crisismerge', 1024);
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('hashsize', 8388608);
        """;

    /// <summary>
    /// Puts parts of the index together, so many pages at a time (sqlite.org/fts5.html#the_merge_command): a negative number begins to make one of all, a positive one goes on. Nothing is left to do when it
    /// changes fewer than two rows. A query looks for each term in each part: of 34 parts that was two thirds of its time.
    /// </summary>
    public const string SqliteJoin = """
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('merge', {0});
        """;

    /// <summary>SQLite's own values again.</summary>
    public const string SqliteEnd = """
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('automerge', 4);
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('crisismerge', 16);
        INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('hashsize', 1048576);
        """;
}

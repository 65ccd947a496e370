namespace Chapar.Database;

/// <summary>
/// The full-text tables that EF has no words for. Both hold folded text: SQLite in an FTS5 table without a copy of the text
/// (row number = number of the <see cref="SearchEntry"/>), PostgreSQL in a vector beside the entry.
/// </summary>
static class SearchTables
{
    public const string Sqlite = """
        CREATE VIRTUAL TABLE "SearchText" USING fts5(headline, names, deck, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        """;

    public const string Postgres = """
        ALTER TABLE "SearchEntries" ADD COLUMN "Vector" tsvector;
        CREATE INDEX "IX_SearchEntries_Vector" ON "SearchEntries" USING gin ("Vector");
        """;
}

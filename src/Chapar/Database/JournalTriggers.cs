namespace Chapar.Database;

/// <summary>
/// The journal is only added to, whoever asks: the database itself refuses. A migration that rebuilds the table must set
/// these again; a test finds out.
/// </summary>
static class JournalTriggers
{
    public const string Sqlite = """
        CREATE TRIGGER "Journal_stays" BEFORE UPDATE ON "Journal" BEGIN SELECT RAISE(ABORT, 'The journal is only added to.'); END;
        CREATE TRIGGER "Journal_keeps" BEFORE DELETE ON "Journal" BEGIN SELECT RAISE(ABORT, 'The journal is only added to.'); END;
        """;

    public const string Postgres = """
        CREATE FUNCTION journal_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The journal is only added to.'; END $$;
        CREATE TRIGGER "Journal_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Journal" FOR EACH STATEMENT EXECUTE FUNCTION journal_is_only_added_to();
        """;
}

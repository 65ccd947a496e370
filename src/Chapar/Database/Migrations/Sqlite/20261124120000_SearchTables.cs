using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chapar.Database.Migrations.Sqlite;

/// <summary>Written by hand: full-text tables are not part of the model.</summary>
[DbContext(typeof(SqliteNewsDb))]
[Migration("20261124120000_SearchTables")]
public sealed class SearchTablesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SearchTables.Sqlite);
}

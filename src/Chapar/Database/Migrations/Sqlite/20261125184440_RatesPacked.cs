using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <summary>The rows of a bulletin move into one text of its own, as RateRows writes them; the years are made at the next start.</summary>
    public partial class RatesPacked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "RateDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BaseId",
                table: "RateDocuments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RateDocuments_Source_Id",
                table: "RateDocuments",
                columns: new[] { "Source", "Id" },
                filter: "\"BaseId\" IS NULL");

            migrationBuilder.AddColumn<string>(
                name: "Quotation",
                table: "Bulletins",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "HomePerForeign");

            migrationBuilder.AddColumn<string>(
                name: "RefusedReason",
                table: "Bulletins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RowsWaiting",
                table: "Bulletins",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Rows",
                table: "Bulletins",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                UPDATE "Bulletins" SET
                    "Quotation" = CASE "Source" WHEN 'ecb' THEN 'ForeignPerHome' ELSE 'HomePerForeign' END,
                    "RowsWaiting" = (SELECT count(*) FROM "Rates" WHERE "BulletinId" = "Bulletins"."Id" AND "HeldReason" IS NOT NULL),
                    "Rows" = coalesce((SELECT group_concat(line, '') FROM (SELECT "Currency" || ' ' || "Published" || CASE WHEN "Nominal" <> 1 THEN ' *' || "Nominal" ELSE '' END || CASE WHEN "HeldReason" IS NOT NULL THEN ' ?' || "HeldReason" ELSE '' END || char(10) AS line
                    FROM "Rates" WHERE "BulletinId" = "Bulletins"."Id" ORDER BY "Currency")), '')
                """);

            migrationBuilder.DropTable(
                name: "Rates");

            migrationBuilder.CreateTable(
                name: "RateYears",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RateYears", x => new { x.Source, x.Currency, x.Series, x.Year });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_RowsWaiting",
                table: "Bulletins",
                column: "RowsWaiting",
                filter: "\"HeldReason\" IS NOT NULL OR \"RowsWaiting\" > 0");
        }
    }
}

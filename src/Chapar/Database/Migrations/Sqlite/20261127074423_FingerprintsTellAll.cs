using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FingerprintsTellAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "AuthorId",
                table: "Fingerprints",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[16])
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Fingerprints",
                type: "TEXT",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 3);

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Fingerprints",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.AddColumn<byte[]>(
                name: "TranslationGroup",
                table: "Fingerprints",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[16])
                .Annotation("Relational:ColumnOrder", 7);

            migrationBuilder.Sql("""
                UPDATE "Fingerprints" SET "TranslationGroup" = a."TranslationGroup", "Language" = a."Language", "PublishedAt" = a."FirstPublishedAt",
                    "AuthorId" = COALESCE((SELECT b."AuthorId" FROM "Bylines" b WHERE b."ArticleId" = a."Id" ORDER BY b."Position" LIMIT 1), "Fingerprints"."AuthorId")
                FROM "Articles" a WHERE a."Id" = "Fingerprints"."ArticleId" AND a."Status" = 'Published'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "TranslationGroup",
                table: "Fingerprints");
        }
    }
}

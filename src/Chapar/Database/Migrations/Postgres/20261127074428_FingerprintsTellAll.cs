using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FingerprintsTellAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AuthorId",
                table: "Fingerprints",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"))
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Fingerprints",
                type: "text",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 3);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "Fingerprints",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified))
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.AddColumn<Guid>(
                name: "TranslationGroup",
                table: "Fingerprints",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"))
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

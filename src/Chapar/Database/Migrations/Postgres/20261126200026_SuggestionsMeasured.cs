using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SuggestionsMeasured : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<byte[]>(
                name: "Terms",
                table: "Fingerprints",
                type: "bytea",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "bytea")
                .Annotation("Relational:ColumnOrder", 3)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsDue",
                table: "Fingerprints",
                type: "boolean",
                nullable: false,
                defaultValue: false)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "Fingerprints",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 2);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Fingerprints",
                type: "integer",
                nullable: false,
                defaultValue: 0)
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.CreateTable(
                name: "ReadPairs",
                columns: table => new
                {
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reads = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadPairs", x => new { x.FromId, x.ToId });
                    table.ForeignKey(
                        name: "FK_ReadPairs_Articles_FromId",
                        column: x => x.FromId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReadPairs_Articles_ToId",
                        column: x => x.ToId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionChoices",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    SuggestedId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsPinned = table.Column<bool>(type: "boolean", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionChoices", x => new { x.ArticleId, x.SuggestedId });
                    table.ForeignKey(
                        name: "FK_SuggestionChoices_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SuggestionChoices_Articles_SuggestedId",
                        column: x => x.SuggestedId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Fingerprints_IsDue_ArticleId",
                table: "Fingerprints",
                columns: new[] { "IsDue", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Fingerprints_Sequence",
                table: "Fingerprints",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_Fingerprints_Version_ArticleId",
                table: "Fingerprints",
                columns: new[] { "Version", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadPairs_ToId",
                table: "ReadPairs",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionChoices_SuggestedId",
                table: "SuggestionChoices",
                column: "SuggestedId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReadPairs");

            migrationBuilder.DropTable(
                name: "SuggestionChoices");

            migrationBuilder.DropIndex(
                name: "IX_Fingerprints_IsDue_ArticleId",
                table: "Fingerprints");

            migrationBuilder.DropIndex(
                name: "IX_Fingerprints_Sequence",
                table: "Fingerprints");

            migrationBuilder.DropIndex(
                name: "IX_Fingerprints_Version_ArticleId",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "IsDue",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Fingerprints");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Fingerprints");

            migrationBuilder.AlterColumn<byte[]>(
                name: "Terms",
                table: "Fingerprints",
                type: "bytea",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "bytea")
                .Annotation("Relational:ColumnOrder", 1)
                .OldAnnotation("Relational:ColumnOrder", 3);
        }
    }
}

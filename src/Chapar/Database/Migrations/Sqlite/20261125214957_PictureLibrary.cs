using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PictureLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoldedWords",
                table: "Pictures",
                type: "TEXT",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 12);

            migrationBuilder.AddColumn<long>(
                name: "Likeness",
                table: "Pictures",
                type: "INTEGER",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 16);

            migrationBuilder.AddColumn<long>(
                name: "RightsEndAt",
                table: "Pictures",
                type: "INTEGER",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 17);

            migrationBuilder.AddColumn<long>(
                name: "RightsEndedAt",
                table: "Pictures",
                type: "INTEGER",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 18);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Pictures",
                type: "TEXT",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 19);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0)
                .Annotation("Relational:ColumnOrder", 20);

            migrationBuilder.CreateTable(
                name: "PictureUses",
                columns: table => new
                {
                    PictureId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ArticleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    InDraft = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureUses", x => new { x.PictureId, x.ArticleId, x.InDraft });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_Likeness_Id",
                table: "Pictures",
                columns: new[] { "Likeness", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_RightsEndAt",
                table: "Pictures",
                column: "RightsEndAt");

            migrationBuilder.CreateIndex(
                name: "IX_PictureUses_ArticleId",
                table: "PictureUses",
                column: "ArticleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PictureUses");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_Likeness_Id",
                table: "Pictures");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_RightsEndAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FoldedWords",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Likeness",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "RightsEndAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "RightsEndedAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Pictures");

        }
    }
}

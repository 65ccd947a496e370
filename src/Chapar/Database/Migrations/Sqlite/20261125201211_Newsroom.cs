using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Newsroom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Particulars",
                table: "Revisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 9);

            migrationBuilder.AddColumn<byte[]>(
                name: "OwnerId",
                table: "Articles",
                type: "BLOB",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 11);

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    ArticleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Deck = table.Column<string>(type: "TEXT", nullable: false),
                    EmbargoUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Particulars = table.Column<string>(type: "TEXT", nullable: false),
                    ReleaseAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleaseKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReleaseNote = table.Column<string>(type: "TEXT", nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ReturnNote = table.Column<string>(type: "TEXT", nullable: true),
                    RevisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SectionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_Drafts_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Stage_ReleaseAt",
                table: "Drafts",
                columns: new[] { "Stage", "ReleaseAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropColumn(
                name: "Particulars",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "Articles");

        }
    }
}

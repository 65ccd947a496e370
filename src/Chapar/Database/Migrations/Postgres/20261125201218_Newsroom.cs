using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "")
                .Annotation("Relational:ColumnOrder", 9);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerId",
                table: "Articles",
                type: "uuid",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 11);

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false),
                    ClaimedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Deck = table.Column<string>(type: "text", nullable: false),
                    EmbargoUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Headline = table.Column<string>(type: "text", nullable: false),
                    IsHeld = table.Column<bool>(type: "boolean", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    Particulars = table.Column<string>(type: "text", nullable: false),
                    ReleaseAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleaseKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ReleaseNote = table.Column<string>(type: "text", nullable: true),
                    ReleasedBy = table.Column<string>(type: "text", nullable: false),
                    ReturnNote = table.Column<string>(type: "text", nullable: true),
                    RevisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
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

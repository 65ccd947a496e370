using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fronts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Headline",
                table: "FrontSlots",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 3);

            migrationBuilder.AddColumn<byte[]>(
                name: "PictureId",
                table: "FrontSlots",
                type: "BLOB",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 4);

            migrationBuilder.AddColumn<long>(
                name: "PinnedUntil",
                table: "FrontSlots",
                type: "INTEGER",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 5);

            migrationBuilder.CreateTable(
                name: "FrontEditions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Front = table.Column<string>(type: "TEXT", nullable: false),
                    Layout = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontEditions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrontPlans",
                columns: table => new
                {
                    Front = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Layout = table.Column<string>(type: "TEXT", nullable: false),
                    Past = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontPlans", x => x.Front);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FrontSlots_PictureId",
                table: "FrontSlots",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_FrontEditions_Front_Number",
                table: "FrontEditions",
                columns: new[] { "Front", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_FrontSlots_Pictures_PictureId",
                table: "FrontSlots",
                column: "PictureId",
                principalTable: "Pictures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FrontSlots_Pictures_PictureId",
                table: "FrontSlots");

            migrationBuilder.DropTable(
                name: "FrontEditions");

            migrationBuilder.DropTable(
                name: "FrontPlans");

            migrationBuilder.DropIndex(
                name: "IX_FrontSlots_PictureId",
                table: "FrontSlots");

            migrationBuilder.DropColumn(
                name: "Headline",
                table: "FrontSlots");

            migrationBuilder.DropColumn(
                name: "PictureId",
                table: "FrontSlots");

            migrationBuilder.DropColumn(
                name: "PinnedUntil",
                table: "FrontSlots");
        }
    }
}

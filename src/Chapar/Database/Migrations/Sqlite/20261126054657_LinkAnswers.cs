using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LinkAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LinkAnswers",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkAnswers", x => x.Address);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LinkAnswers_AskedAt",
                table: "LinkAnswers",
                column: "AskedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkAnswers");
        }
    }
}

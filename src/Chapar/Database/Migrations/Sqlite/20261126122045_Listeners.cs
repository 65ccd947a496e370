using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Listeners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Listeners",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Heard = table.Column<long>(type: "INTEGER", nullable: false),
                    UntilAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listeners", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Listeners");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Spellings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HeldUpFor",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]")
                .Annotation("Relational:ColumnOrder", 7);

            migrationBuilder.CreateTable(
                name: "HouseWords",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Spellings = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseWords", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HouseWords");

            migrationBuilder.DropColumn(
                name: "HeldUpFor",
                table: "Drafts");

        }
    }
}

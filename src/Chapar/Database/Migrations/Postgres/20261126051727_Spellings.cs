using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "[]")
                .Annotation("Relational:ColumnOrder", 7);

            migrationBuilder.CreateTable(
                name: "HouseWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false),
                    IsRemoved = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Spellings = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

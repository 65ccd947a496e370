using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
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
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heard = table.Column<long>(type: "bigint", nullable: false),
                    UntilAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

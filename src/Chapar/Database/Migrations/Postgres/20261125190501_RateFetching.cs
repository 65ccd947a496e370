using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Postgres
{
    /// <summary>Where a document came from, and what is known of asking each bank.</summary>
    public partial class RateFetching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "RateDocuments",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ETag",
                table: "RateDocuments",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "RateDocuments",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FetchStates",
                columns: table => new
                {
                    Source = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    HistoryDone = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    HistoryFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    LastAnswerAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    RereadOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FetchStates", x => x.Source);
                });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RateDocuments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ParserVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FetchedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Compressed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RateDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    HomeCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FetchedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCorrection = table.Column<bool>(type: "INTEGER", nullable: false),
                    HeldReason = table.Column<string>(type: "TEXT", nullable: true),
                    ValuesDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bulletins_RateDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "RateDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rates",
                columns: table => new
                {
                    BulletinId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Nominal = table.Column<int>(type: "INTEGER", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: false),
                    UnitValue = table.Column<decimal>(type: "TEXT", nullable: false),
                    HeldReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rates", x => new { x.BulletinId, x.Currency });
                    table.ForeignKey(
                        name: "FK_Rates_Bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "Bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_DocumentId",
                table: "Bulletins",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_Source_Series_EffectiveOn_Revision",
                table: "Bulletins",
                columns: new[] { "Source", "Series", "EffectiveOn", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_Source_Series_IsCurrent_EffectiveOn",
                table: "Bulletins",
                columns: new[] { "Source", "Series", "IsCurrent", "EffectiveOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RateDocuments_Source_Digest",
                table: "RateDocuments",
                columns: new[] { "Source", "Digest" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Rates");

            migrationBuilder.DropTable(
                name: "Bulletins");

            migrationBuilder.DropTable(
                name: "RateDocuments");
        }
    }
}

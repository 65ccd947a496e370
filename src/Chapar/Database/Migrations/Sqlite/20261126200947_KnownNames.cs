using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chapar.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KnownNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Both before the table that EF makes anew at the end.
            migrationBuilder.Sql(SearchTables.SqliteDrop);
            migrationBuilder.Sql(SearchTables.SqliteKeys);

            migrationBuilder.RenameColumn(
                name: "Language",
                table: "SearchEntries",
                newName: "Filed");

            migrationBuilder.AlterColumn<long>(
                name: "Id",
                table: "SearchEntries",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .OldAnnotation("Sqlite:Autoincrement", true);

            migrationBuilder.CreateTable(
                name: "KnownNames",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AuthorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IsOurs = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Spellings = table.Column<string>(type: "TEXT", nullable: false),
                    TopicId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownNames", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchNames",
                columns: table => new
                {
                    Strict = table.Column<string>(type: "TEXT", nullable: false),
                    Skeleton = table.Column<string>(type: "TEXT", nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchNames", x => x.Strict);
                });

            migrationBuilder.CreateTable(
                name: "SearchStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    Names = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchStates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnownNames_Key",
                table: "KnownNames",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchNames_Skeleton",
                table: "SearchNames",
                column: "Skeleton");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownNames");

            migrationBuilder.DropTable(
                name: "SearchNames");

            migrationBuilder.DropTable(
                name: "SearchStates");

            migrationBuilder.RenameColumn(
                name: "Filed",
                table: "SearchEntries",
                newName: "Language");

            migrationBuilder.AlterColumn<long>(
                name: "Id",
                table: "SearchEntries",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .Annotation("Sqlite:Autoincrement", true);
        }
    }
}

using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chapar.Tests.Database;

public class FirstStartTests
{
    [Fact]
    public async Task A_new_operator_sees_no_warnings_on_an_empty_folder()
    {
        var folder = Directory.CreateTempSubdirectory("chapar-first-").FullName;
        List<string> said = [];
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile(Path.Combine(folder, "chapar.db"));
        options.LogTo(said.Add, LogLevel.Warning);
        await using (SqliteNewsDb db = new(options.Options, new Editions()))
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Assert.Empty(said);
    }
}

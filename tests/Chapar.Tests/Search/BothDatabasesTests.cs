using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Names;
using Chapar.Search;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

/// <summary>SQLite and PostgreSQL answer the same queries with the same articles in the same order.</summary>
public class BothDatabasesTests
{
    static readonly DateTime Now = new(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc);

    static readonly string[] Queries =
    [
        "river", "rivers", "River council", "\"river council\"", "river -council", "Tokayev", "токаев", "Тоқаев", "Astana", "nur-sultan snow", "Ысык-Көл", "issyk kul", "counc", "Ош",
        "Саякбай Саякбаевич Токаев", "-river", "\"\"", "ё'\"\\", "Oʻzbekiston", "o'zbekiston", "xyz", "the", "Kurmanbek",
    ];

    [Fact]
    public async Task Both_databases_answer_alike()
    {
        Assert.SkipUnless(Postgres.ConnectionString is not null, "needs PostgreSQL beside SQLite: CHAPAR_TEST_POSTGRES_CONNECTION");
        var stop = TestContext.Current.CancellationToken;
        var sqliteOptions = new DbContextOptionsBuilder<SqliteNewsDb>();
        sqliteOptions.UseSqliteFile(Path.Combine(TestFolder.Make("both"), "chapar.db"));
        var postgresOptions = new DbContextOptionsBuilder<PostgresNewsDb>();
        var database = await Postgres.MigratedDatabaseAsync(Postgres.ConnectionString!);
        postgresOptions.UsePostgres(database);
        await using (var sqlite = new SqliteNewsDb(sqliteOptions.Options, new Editions()))
        await using (var postgres = new PostgresNewsDb(postgresOptions.Options, new Editions()))
        {
            await sqlite.Database.MigrateAsync(stop);
            foreach (var db in (NewsDb[])[sqlite, postgres])
            {
                await FillAsync(db, stop);
                await SearchRebuild.MakeAsync(db, stop);
            }
            foreach (var query in Queries)
                foreach (var order in Enum.GetValues<SearchOrder>())
                    Assert.Equal((query, await AnswerAsync(sqlite, query, order, stop)), (query, await AnswerAsync(postgres, query, order, stop)));
            Assert.Equal("river 4", (await AnswerAsync(sqlite, "river", SearchOrder.Newest, stop)).Split('|')[0]);
        }
        await Postgres.DropAsync(database);
    }

    static async Task<string> AnswerAsync(NewsDb db, string query, SearchOrder order, CancellationToken stop)
    {
        var found = await SearchQuery.FindAsync(db, new SearchRequest(query) { Order = order, WithFacets = true }, stop);
        var headlines = await db.Articles.Where(a => found.Ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Headline, stop);
        return $"{query} {found.Total}|{string.Join('|', found.Ids.Select(id => headlines[id]))}|{string.Join(',', found.Facets.Languages)}|{string.Join(',', found.Near)}";
    }

    static async Task FillAsync(NewsDb db, CancellationToken stop)
    {
        var (section, author) = (new Section("politics", LocalText.Of("en", "Politics")), new Author("desk", LocalText.Of("en", "Kurmanbek Desk")));
        db.AddRange(section, author, new KnownName(KnownNameKind.Place, [new("en", "Astana"), new("en", "Nur-Sultan")], "", "test", Now));
        (string Headline, string Text, string Language)[] stories =
        [
            ("The river council meets", "Tokayev came to Osh.", "en"), ("Rivers of the north", "A council of rivers met on the river.", "en"), ("Snow", "Snow fell on Nur-Sultan; the river froze. Tokaev spoke.", "en"),
            ("Council of the river", "River council, river council.", "en"), ("Поездка", "Токаев посетил Ысык-Көл и Ош.", "ru"), ("Сапар", "Тоқаевтың сапары. Ыстықкөл.", "kk"), ("Oʻzbekiston", "Oʻzbekistonda qor yogʻdi.", "uz"),
            ("Көл", "Ысык-Көлдө жамгыр жаады.", "ky"), ("Lake", "Issyk-Kul is deep.", "en"),
        ];
        foreach (var (index, (headline, text, language)) in stories.Index())
        {
            var article = new Article(language, Format.News, Now);
            article.Write(headline, "", World.Body(text), Now);
            article.FileUnder(section, Now);
            article.Sign([(author, BylineRole.Writer)], Now);
            Assert.Null(article.Publish($"/2026/11/{index}", "test", Now, Now.AddHours(-index)));
            db.Add(article);
        }
        await db.SaveChangesAsync(stop);
    }
}

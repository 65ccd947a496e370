using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Search;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary><c>search QUERY</c>: what the site's search answers.</summary>
static class SearchVerb
{
    internal static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Command
    {
        get
        {
            var query = new Argument<string>("query") { Description = "Words, \"phrases\", -excluded" };
            var language = new Option<string?>("--language") { Description = "Of the articles; the main language when not given" };
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("search", "What the site's search answers") { query, language, json };
            command.SetAction(async (parsed, stop) =>
            {
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                var code = parsed.GetValue(language) ?? settings.Publication.MainLanguage;
                if (!Text.Languages.IsKnown(code)) throw new SettingsException($"--language is '{code}': allowed are {string.Join(", ", Text.Languages.All)}.");
                await using var house = await House.OpenAsync(settings);
                await using var scope = house.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
                var found = await SearchQuery.FindAsync(db, parsed.GetValue(query)!, code, 1, DateTime.UtcNow, stop);
                var rows = await db.Articles.AsNoTracking().Published().Where(a => found.Ids.Contains(a.Id))
                    .Select(a => new { a.Id, a.Headline, a.Path, PublishedAt = a.FirstPublishedAt }).ToDictionaryAsync(a => a.Id, stop);
                var items = found.Ids.Where(rows.ContainsKey).Select(id => rows[id]).ToList();
                if (parsed.GetValue(json))
                {
                    Console.WriteLine(JsonSerializer.Serialize(new { found.Total, Items = items }, Readable));
                    return 0;
                }
                Console.WriteLine(found.Total == 1 ? "1 article" : $"{found.Total} articles");
                foreach (var item in items) Console.WriteLine($"{item.PublishedAt:yyyy-MM-dd}  {item.Headline}  {item.Path}");
                return 0;
            });
            return command;
        }
    }
}

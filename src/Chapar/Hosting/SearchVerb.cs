using System.CommandLine;
using System.Globalization;
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
    const string AllLanguages = "all", Off = "off";

    internal static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Command
    {
        get
        {
            var query = new Argument<string>("query") { Description = "Words, \"phrases\", -excluded" };
            var language = new Option<string?>("--language") { Description = "Of the articles, or \"all\", also those that are switched off; the main language when not given" };
            var authority = new Option<string>("--authority") { Description = "\"off\": without the list of known names", DefaultValueFactory = _ => "on" }.AcceptOnlyFromAmong("on", Off);
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("search", "What the site's search answers") { query, language, authority, json };
            command.Subcommands.Add(Rebuild);
            command.SetAction(async (parsed, stop) =>
            {
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                var code = parsed.GetValue(language) ?? settings.Publication.MainLanguage;
                if (code != AllLanguages && !Text.Languages.IsKnown(code)) throw new SettingsException($"--language is '{code}': allowed are {AllLanguages}, {string.Join(", ", Text.Languages.All)}.");
                await using var house = await House.OpenExistingAsync(settings);
                await using var scope = house.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
                var request = new SearchRequest(parsed.GetValue(query)!) { Language = code == AllLanguages ? null : code, WithNames = parsed.GetValue(authority) != Off };
                await AnswerAsync(Workplace.Of(parsed).Output, db, await SearchQuery.FindAsync(db, request, stop), parsed.GetValue(json), stop);
                return 0;
            });
            return command;
        }
    }

    static Command Rebuild
    {
        get
        {
            var command = new Command("rebuild", "Makes the index anew from the articles");
            command.SetAction(async (parsed, stop) =>
            {
                await using var house = await House.OpenExistingAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
                await using var scope = house.Services.CreateAsyncScope();
                var began = TimeProvider.System.GetTimestamp();
                var articles = await SearchRebuild.MakeAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), stop);
                await Workplace.Of(parsed).Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{articles} articles in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s."));
                return 0;
            });
            return command;
        }
    }

    static async Task AnswerAsync(TextWriter output, NewsDb db, Found found, bool isForMachines, CancellationToken stop)
    {
        var rows = await db.Articles.AsNoTracking().Published().Where(a => found.Ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Language, a.Headline, a.Path, PublishedAt = a.FirstPublishedAt }).ToDictionaryAsync(a => a.Id, stop);
        var items = found.Ids.Where(rows.ContainsKey).Select(id => rows[id]).ToList();
        if (isForMachines)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { found.Total, found.IsMore, Names = found.Understood.Names.Select(n => n.Name("en")), found.Near, Items = items }, Readable));
            return;
        }
        await output.WriteLineAsync(found.Total == 1 ? "1 article" : $"{(found.IsMore ? "more than " : "")}{found.Total} articles");
        if (found.Near.Count > 0) await output.WriteLineAsync($"Perhaps: {string.Join(", ", found.Near)}");
        foreach (var item in items) await output.WriteLineAsync(FormattableString.Invariant($"{item.PublishedAt:yyyy-MM-dd}  {item.Headline}  {item.Path}"));
    }
}

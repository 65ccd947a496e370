using System.CommandLine;
using System.Globalization;
using Chapar.Distribution;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>rates digest</c>: the week of the region's rates as the draft of an article.</summary>
static partial class RatesVerb
{
    static Command Digest
    {
        get
        {
            var week = new Option<string?>("--week") { Description = "An ISO week such as 2026-W47; the last whole one when not given" };
            var language = new Option<string?>("--language") { Description = "Of the article; the main language when not given" };
            var command = new Command("digest", "Writes the draft of an article about the week's rates; an editor publishes it") { week, language };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var publication = house.Services.GetRequiredService<Publication>();
                var code = parsed.GetValue(language) ?? publication.MainLanguage;
                if (!publication.Languages.Contains(code)) throw new SettingsException($"--language is '{code}': the publication appears in {string.Join(", ", publication.Languages)}.");
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now(house), publication.Zone));
                var monday = Monday(parsed.GetValue(week), today);
                var output = Workplace.Of(parsed).Output;
                if (await RatesDigest.BeginAsync(db, monday, code, publication.Zone, null, Now(house), stop) is not { } draft)
                {
                    await output.WriteLineAsync($"No bank's documents of the week from {monday:yyyy-MM-dd} are there: no draft was made.");
                    return 1;
                }
                if (!draft.IsNew)
                {
                    await output.WriteLineAsync($"\"{draft.Headline}\" is there already.");
                    return 1;
                }
                await output.WriteLineAsync($"Draft: {draft.Headline} ({draft.Story})");
                return 0;
            }));
            return command;
        }
    }

    /// <summary>The first day of an ISO week; of the last whole one before today when none is given.</summary>
    /// <exception cref="SettingsException">It is no week, or it has not yet ended.</exception>
    static DateOnly Monday(string? week, DateOnly today)
    {
        if (week is null) return RatesDigest.LastMonday(today);
        if (week.Split("-W") is not [var y, var w] || !int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || year is < 1993 or > 2100 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            throw new SettingsException($"--week is '{week}': give an ISO week such as 2026-W47.");
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
        return monday.AddDays(6) < today ? monday : throw new SettingsException($"--week is '{week}', which has not yet ended.");
    }
}

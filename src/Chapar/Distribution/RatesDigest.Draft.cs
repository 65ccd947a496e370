using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

public sealed partial record RatesDigest
{
    /// <summary>The first day of the last week that is whole.</summary>
    public static DateOnly LastMonday(DateOnly today) => today.AddDays(-7 - ((int)today.DayOfWeek + 6) % 7);

    /// <summary>The draft about a week in a language: one only, however often it is asked for and whatever an editor has made of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="language">Of the article.</param>
    /// <param name="zone">Of the publication.</param>
    /// <param name="owner">Whose story it is; null for nobody's.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The story, and whether it was begun just now; null when no bank's documents of the week are there.</returns>
    public static async Task<(Guid Story, string Headline, bool IsNew)?> BeginAsync(NewsDb db, DateOnly monday, string language, TimeZoneInfo zone, Guid? owner, DateTime now, CancellationToken stop)
    {
        var week = string.Create(CultureInfo.InvariantCulture, $"{monday:yyyy-MM-dd}/{language}");
        if (await BegunAsync(db, week, stop) is { } begun) return begun;
        var words = Words.In(language);
        if (Write(monday, await ReadAsync(db, monday, stop), words, new Dates(words, zone).Day) is not { } digest) return null;
        var article = new Article(language, Format.News, now);
        article.Write(digest.Headline, digest.Deck, digest.Body, now);
        if (owner is { } id) article.BelongTo(id);
        db.Add(article);
        db.Add(new ImportedItem(Source, Kind, week, article.Id));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // A colleague asked in the same moment: theirs is the one.
            db.ChangeTracker.Clear();
            if (await BegunAsync(db, week, stop) is { } theirs) return theirs;
            throw;
        }
        return (article.Id, article.Headline, true);
    }

    // Remembered as what another system gave is: by whom, what and which, once each.
    const string Source = "chapar", Kind = "rates-digest";

    static async Task<(Guid Story, string Headline, bool IsNew)?> BegunAsync(NewsDb db, string week, CancellationToken stop)
    {
        var found = await db.ImportedItems.AsNoTracking().Where(i => i.Source == Source && i.Kind == Kind && i.SourceId == week)
            .Join(db.Articles, i => i.EntityId, a => a.Id, (_, a) => new { a.Id, a.Headline }).FirstOrDefaultAsync(stop);
        return found is null ? null : (found.Id, found.Headline, false);
    }
}

using System.Globalization;
using Chapar.Media;
using Chapar.Settings;
using Chapar.Text;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>The words of one language about a picture.</summary>
public sealed record PictureWords(string Language, string Alternative, string Caption);

/// <summary>What stands in the fields of a picture's page, as typed.</summary>
/// <param name="LastDay">The last day on which readers may see it, "2026-12-31" in the publication's zone; empty for no end.</param>
/// <param name="X">Of the focal point, in fifteenths from the left.</param>
/// <param name="Y">Of the focal point, in fifteenths from the top.</param>
/// <param name="Seen">The version that its author had before them.</param>
public sealed record PictureForm(string Credit, string Licence, string Source, string LastDay, IReadOnlyList<PictureWords> Words, bool Decorative, int X, int Y, int Seen)
{
    /// <summary>Steps of the focal point: addresses of renditions know no finer ones.</summary>
    public const int Steps = 15;

    public static PictureForm Of(Picture picture, Publication publication) => new(picture.Credit, picture.Licence, picture.Source,
        picture.RightsEndAt is { } end ? LastDayOf(end, publication.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        [.. publication.Languages.Select(l => new PictureWords(l, picture.AlternativeText.Exactly(l) ?? "", picture.Caption.Exactly(l) ?? ""))],
        picture.Decorative, Step(picture.FocalX), Step(picture.FocalY), picture.Version);

    public static PictureForm Read(IFormCollection form, Publication publication)
    {
        string Text(string name) => form[name].ToString().Trim();
        int Number(string name, int otherwise) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        return new(Text("credit"), Text("licence"), Text("source"), Text("until"),
            [.. publication.Languages.Select(l => new PictureWords(l, Text($"alt-{l}"), Text($"caption-{l}")))],
            form["decorative"] == "true", Number("x", -1), Number("y", -1), Number("seen", -1));
    }

    /// <summary>What is wrong in it, each by the name of its field.</summary>
    public IEnumerable<string> Problems(Words w)
    {
        foreach (var (name, text) in new[] { ("credit", Credit), ("licence", Licence), ("source", Source) })
            if (text.Length > Picture.LongestCredit) yield return w.Fill("picture.too-long", w[$"picture.{name}"], text.Length, Picture.LongestCredit);
        foreach (var words in Words)
        {
            if (words.Alternative.Length > Picture.LongestText) yield return w.Fill("picture.too-long", w.Fill("picture.alt", Languages.OwnName(words.Language)), words.Alternative.Length, Picture.LongestText);
            if (words.Caption.Length > Picture.LongestText) yield return w.Fill("picture.too-long", w.Fill("picture.caption", Languages.OwnName(words.Language)), words.Caption.Length, Picture.LongestText);
        }
        if (LastDay.Length > 0 && Day is null) yield return w.Fill("picture.no-day", w["picture.until"], LastDay);
        if (X is < 0 or > Steps || Y is < 0 or > Steps) yield return w.Fill("picture.no-focus", Steps);
    }

    /// <summary>What it says of a picture; of languages that it has no field for, what stood there.</summary>
    public PictureDetails On(Picture picture, Dates dates, TimeZoneInfo zone) => new(Credit, Licence, Source,
        // To the end of the day: the next midnight of the zone.
        Day is { } day ? dates.NextMidnight(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), zone)) : null,
        Words.Aggregate(picture.AlternativeText, (text, words) => text.With(words.Language, words.Alternative)),
        Words.Aggregate(picture.Caption, (text, words) => text.With(words.Language, words.Caption)),
        Decorative,
        // A point that was finer stays as it was while its step is the same.
        X == Step(picture.FocalX) ? picture.FocalX : X / (double)Steps, Y == Step(picture.FocalY) ? picture.FocalY : Y / (double)Steps);

    /// <summary>The fields of another that differ: their names and what stands there.</summary>
    public IEnumerable<(string Name, string Value)> DifferencesTo(PictureForm other, Words w)
    {
        if (Credit != other.Credit) yield return (w["picture.credit"], other.Credit);
        if (Licence != other.Licence) yield return (w["picture.licence"], other.Licence);
        if (Source != other.Source) yield return (w["picture.source"], other.Source);
        if (LastDay != other.LastDay) yield return (w["picture.until"], other.LastDay);
        if (Decorative != other.Decorative) yield return (w["picture.decorative"], w[other.Decorative ? "yes" : "no"]);
        foreach (var (mine, theirs) in Words.Zip(other.Words))
        {
            if (mine.Alternative != theirs.Alternative) yield return (w.Fill("picture.alt", Languages.OwnName(mine.Language)), theirs.Alternative);
            if (mine.Caption != theirs.Caption) yield return (w.Fill("picture.caption", Languages.OwnName(mine.Language)), theirs.Caption);
        }
        if ((X, Y) != (other.X, other.Y)) yield return (w["picture.focus"], $"{other.X}, {other.Y}");
    }

    /// <summary>The last day before an instant at which rights end.</summary>
    public static DateOnly LastDayOf(DateTime end, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(end.AddMilliseconds(-1), zone));

    DateOnly? Day => DateOnly.TryParseExact(LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    static int Step(double part) => (int)Math.Round(part * Steps);
}

using Chapar.Events;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>All that staff say of a picture.</summary>
/// <param name="RightsEndAt">See <see cref="Picture.RightsEndAt"/>.</param>
/// <param name="FocalX">See <see cref="Picture.FocalX"/>.</param>
public sealed record PictureDetails(
    string Credit, string Licence, string Source, DateTime? RightsEndAt, LocalText AlternativeText, LocalText Caption, bool Decorative, double FocalX, double FocalY);

/// <summary>A picture in the library: found by its words, changed by staff, shown for as long as the right to it lasts.</summary>
public sealed partial class Picture
{
    /// <summary>So long before the end of the rights its editors are told.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromDays(14);

    /// <summary>Most characters of credit, licence and source, each.</summary>
    public const int LongestCredit = 300;

    /// <summary>Most characters of an alternative text or a caption, in each language.</summary>
    public const int LongestText = 2000;

    /// <summary>The instant (UTC) from which readers may not be shown it any more; null when there is none.</summary>
    public DateTime? RightsEndAt { get; private set; }

    /// <summary>When the house was told that the rights have ended; null before.</summary>
    public DateTime? RightsEndedAt { get; private set; }

    /// <summary>64 bits that are nearly the same for pictures that look the same (<see cref="Media.Likeness"/>); null when there is nothing to tell it by.</summary>
    public long? Likeness { get; private set; }

    /// <summary>Counts the changes by staff, so that nobody writes over what they have not seen.</summary>
    public int Version { get; private set; }

    /// <summary>File name, credit, source, captions and alternative texts in all languages, folded: what the library searches.</summary>
    public string FoldedWords { get; private set; } = "";

    public bool MayBeShown(DateTime now) => RightsEndAt is not { } end || now < end;

    /// <summary>When its rights end, if that is yet to come: until then what shows it is true.</summary>
    public DateTime? EndsAfter(DateTime now) => RightsEndAt > now ? RightsEndAt : null;

    /// <summary>Whether its rights end within <see cref="Warning"/>, and have not ended yet.</summary>
    public bool EndsSoon(DateTime now) => RightsEndAt is { } end && now < end && end - now <= Warning;

    /// <summary>Fills what is still empty from what the file says of itself.</summary>
    /// <param name="language">That of the caption in the file.</param>
    public void TakeOver(FileNotes notes, string language)
    {
        if (Credit.Length == 0) Credit = Cut(notes.Credit, LongestCredit);
        if (Licence.Length == 0) Licence = Cut(notes.Copyright, LongestCredit);
        if (Caption.IsEmpty) Caption = LocalText.Of(language, Cut(notes.Caption, LongestText));
        FoldWords();
    }

    /// <summary>Takes over what staff say of it, as one act; readers get changed words and crops at once.</summary>
    /// <returns>False when it said all of that already, and nothing has happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The focal point is outside 0 to 1.</exception>
    public bool Revise(PictureDetails given, string by, DateTime now)
    {
        var before = Details;
        GiveCredit(given.Credit, given.Licence);
        Source = Typography.Tidy(given.Source);
        Describe(given.AlternativeText, given.Caption);
        Decorative = given.Decorative;
        Focus(given.FocalX, given.FocalY);
        // Another end is another promise: the clock is to watch for it anew.
        if (RightsEndAt != given.RightsEndAt) (RightsEndAt, RightsEndedAt) = (given.RightsEndAt, null);
        if (Details == before) return false;
        Version++;
        FoldWords();
        Record(new NewsEvent(NewsEvents.PictureChanged, Id, now, by, $"{FileName}: {string.Join(", ", WhatDiffers(before, Details))}"));
        return true;
    }

    /// <summary>The clock saw the end of the rights: the house is told, so that channels can react.</summary>
    public void EndRights(DateTime now)
    {
        RightsEndedAt = now;
        Record(new NewsEvent(NewsEvents.PictureRightsEnded, Id, now, "clock", FileName));
    }

    public PictureDetails Details => new(Credit, Licence, Source, RightsEndAt, AlternativeText, Caption, Decorative, FocalX, FocalY);

    internal void FoldWords() =>
        FoldedWords = string.Join(' ', new[] { FileName, Credit, Source, Licence }.Concat(Texts(Caption)).Concat(Texts(AlternativeText)).SelectMany(Folding.Words).Distinct());

    static IEnumerable<string> Texts(LocalText text) => text.Languages.Select(language => text[language]);

    static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    static IEnumerable<string> WhatDiffers(PictureDetails before, PictureDetails after)
    {
        if (before.Credit != after.Credit) yield return "credit";
        if (before.Licence != after.Licence) yield return "licence";
        if (before.Source != after.Source) yield return "source";
        if (before.RightsEndAt != after.RightsEndAt) yield return "rights end";
        if (!before.AlternativeText.Equals(after.AlternativeText) || before.Decorative != after.Decorative) yield return "alternative text";
        if (!before.Caption.Equals(after.Caption)) yield return "caption";
        if ((before.FocalX, before.FocalY) != (after.FocalX, after.FocalY)) yield return "focal point";
    }
}

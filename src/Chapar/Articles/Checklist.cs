using System.Globalization;
using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>One line of the checklist.</summary>
/// <param name="IsBar">True when the story cannot go out before it is mended; otherwise it is advice.</param>
/// <param name="Text">What is to be done.</param>
public record CheckPoint(bool IsBar, Sentence Text);

/// <summary>What an editor looks at before a story goes out.</summary>
public static class Checklist
{
    /// <summary>Characters; search engines and messengers cut after about so many.</summary>
    const int LongestHeadline = 100;

    const int LongestDeck = 300;

    /// <param name="article">With the working copy laid over it.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="zone">The publication's.</param>
    /// <param name="pictures">Those that it shows, as lead and in its text.</param>
    public static IReadOnlyList<CheckPoint> Of(Article article, DateTime now, TimeZoneInfo zone, IEnumerable<Media.Picture> pictures)
    {
        List<CheckPoint> points = [.. article.WhatIsMissing().Select(text => new CheckPoint(true, text))];
        void Advise(string key, params object[] parts) => points.Add(new CheckPoint(false, new Sentence(key, parts)));

        if (article.Headline.Length > LongestHeadline) Advise("advice.headline-long", article.Headline.Length, LongestHeadline);
        if (article.Headline.EndsWith('.')) Advise("advice.headline-stop");
        if (article.Deck.Length == 0) Advise("advice.deck-missing");
        if (article.Deck.Length > LongestDeck) Advise("advice.deck-long", article.Deck.Length, LongestDeck);
        if (BodyText.WordCount(article.Body) == 0) Advise("advice.text-empty");
        if (article.Lead is null) Advise("advice.no-lead");
        // No bar: a correction of an old story must not wait for another picture, and readers see a note in its place.
        foreach (var picture in pictures.Where(p => p.RightsEndAt is not null && (p.EndsSoon(now) || !p.MayBeShown(now))))
            Advise(picture.MayBeShown(now) ? "advice.rights-end" : "advice.rights-ended", picture.FileName, LastDay(picture.RightsEndAt!.Value, zone));
        if (article.Topics.Count == 0) Advise("advice.no-topic");
        foreach (var image in article.Body.Nodes.SelectMany(TreeWalk.Descend).OfType<ImageBlock>().Where(image => image.Media is null && image.Src is not null))
            Advise("advice.image-elsewhere", image.Src!);
        foreach (var link in Links(article.Body).Where(link => Href.Clean(link) is null).Distinct())
            Advise("advice.link-nowhere", link);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        foreach (var wrong in Weekdays.Contradictions($"{article.Headline}\n{article.Deck}\n{BodyText.Of(article.Body)}", today))
            Advise("advice.weekday", wrong.Said, wrong.Is);
        return points;
    }

    /// <summary>Advice about what colleagues have said and nobody has done anything about.</summary>
    public static IEnumerable<CheckPoint> Of(OpenNotes open)
    {
        if (open.Comments > 0) yield return new CheckPoint(false, Sentence.OfCount("advice.comments", open.Comments));
        if (open.Suggestions > 0) yield return new CheckPoint(false, Sentence.OfCount("advice.suggestions", open.Suggestions));
    }

    static string LastDay(DateTime end, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(end.AddMilliseconds(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<string> Links(BodyTree body) => body.Nodes.SelectMany(TreeWalk.Descend).OfType<Inline>().SelectMany(i => i.Marks).OfType<LinkMark>().Select(l => l.Href);
}

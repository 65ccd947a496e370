using System.Globalization;
using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>One line of the checklist.</summary>
/// <param name="IsBar">True when the story cannot go out before it is mended; otherwise it is advice.</param>
/// <param name="Text">What is to be done, as a sentence.</param>
public sealed record CheckPoint(bool IsBar, string Text);

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
        void Advise(string text) => points.Add(new CheckPoint(false, text));

        if (article.Headline.Length > LongestHeadline) Advise($"The headline has {article.Headline.Length} characters; after {LongestHeadline} it is cut in searches and messages.");
        if (article.Headline.EndsWith('.')) Advise("The headline ends with a full stop.");
        if (article.Deck.Length == 0) Advise("The deck is missing: lists, searches and messages show it under the headline.");
        if (article.Deck.Length > LongestDeck) Advise($"The deck has {article.Deck.Length} characters; more than {LongestDeck} are a paragraph.");
        if (BodyText.WordCount(article.Body) == 0) Advise("The text is empty.");
        if (article.Lead is null) Advise("There is no lead image.");
        // No bar: a correction of an old story must not wait for another picture, and readers see a note in its place.
        foreach (var picture in pictures.Where(p => p.RightsEndAt is not null && (p.EndsSoon(now) || !p.MayBeShown(now))))
            Advise(picture.MayBeShown(now)
                ? $"The right to show {picture.FileName} ends: {LastDay(picture.RightsEndAt!.Value, zone)} is the last day."
                : $"The right to show {picture.FileName} ended on {LastDay(picture.RightsEndAt!.Value, zone)}: readers see a note in its place.");
        if (article.Topics.Count == 0) Advise("No topic is given: readers of a subject will not find it.");
        foreach (var image in article.Body.Nodes.SelectMany(TreeWalk.Descend).OfType<ImageBlock>().Where(image => image.Media is null && image.Src is not null))
            Advise($"An image in the text is on another site ({image.Src}): it may vanish.");
        foreach (var link in Links(article.Body).Where(link => Href.Clean(link) is null).Distinct())
            Advise($"A link leads nowhere: {link}");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        foreach (var wrong in Weekdays.Contradictions($"{article.Headline}\n{article.Deck}\n{BodyText.Of(article.Body)}", today))
            Advise($"“{wrong.Said}” is a {wrong.Is}.");
        return points;
    }

    /// <summary>Advice about what colleagues have said and nobody has done anything about.</summary>
    public static IEnumerable<CheckPoint> Of(OpenNotes open)
    {
        if (open.Comments > 0) yield return new CheckPoint(false, open.Comments == 1 ? "1 comment is open." : $"{open.Comments} comments are open.");
        if (open.Suggestions > 0)
            yield return new CheckPoint(false, open.Suggestions == 1 ? "1 suggestion is open: readers get the text without it." : $"{open.Suggestions} suggestions are open: readers get the text without them.");
    }

    static string LastDay(DateTime end, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(end.AddMilliseconds(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<string> Links(BodyTree body) => body.Nodes.SelectMany(TreeWalk.Descend).OfType<Inline>().SelectMany(i => i.Marks).OfType<LinkMark>().Select(l => l.Href);
}

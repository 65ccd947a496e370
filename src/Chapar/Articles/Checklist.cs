using System.Globalization;
using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Articles;

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
        List<CheckPoint> points = [.. article.WhatIsMissing().Select(text => new CheckPoint(CheckKind.Missing, text))];
        void Advise(CheckKind kind, string key, params object[] parts) => points.Add(new CheckPoint(kind, new Sentence(key, parts)));

        if (article.Headline.Length > LongestHeadline) Advise(CheckKind.HeadlineLong, "advice.headline-long", article.Headline.Length, LongestHeadline);
        if (article.Headline.EndsWith('.')) Advise(CheckKind.HeadlineStop, "advice.headline-stop");
        if (article.Deck.Length == 0) Advise(CheckKind.DeckMissing, "advice.deck-missing");
        if (article.Deck.Length > LongestDeck) Advise(CheckKind.DeckLong, "advice.deck-long", article.Deck.Length, LongestDeck);
        if (BodyText.WordCount(article.Body) == 0) Advise(CheckKind.TextEmpty, "advice.text-empty");
        if (article.Lead is null) Advise(CheckKind.NoLead, "advice.no-lead");
        // No bar by itself: a correction of an old story need not wait for another picture, and readers see a note in its place.
        foreach (var picture in pictures.Where(p => p.RightsEndAt is not null && (p.EndsSoon(now) || !p.MayBeShown(now))))
        {
            var last = LastDay(picture.RightsEndAt!.Value, zone);
            if (picture.MayBeShown(now)) Advise(CheckKind.RightsEnd, "advice.rights-end", picture.FileName, last);
            else Advise(CheckKind.RightsEnded, "advice.rights-ended", picture.FileName, last);
        }
        if (article.Topics.Count == 0) Advise(CheckKind.NoTopic, "advice.no-topic");
        foreach (var image in article.Body.Nodes.SelectMany(TreeWalk.Descend).OfType<ImageBlock>().Where(image => image.Media is null && image.Src is not null))
            Advise(CheckKind.ImageElsewhere, "advice.image-elsewhere", image.Src!);
        foreach (var link in Links(article.Body).Where(link => Href.Clean(link) is null).Distinct())
            Advise(CheckKind.LinkNowhere, "advice.link-nowhere", link);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var text = $"{article.Headline}\n{article.Deck}\n{BodyText.Of(article.Body)}";
        foreach (var wrong in Weekdays.Contradictions(text, article.Language, today)) Advise(CheckKind.Weekday, "advice.weekday", wrong.Said, wrong.Is);
        foreach (var future in FutureDates.In(text, article.Language, today)) Advise(CheckKind.Future, "advice.future", future);
        return points;
    }

    /// <summary>Advice about what colleagues have said and nobody has done anything about.</summary>
    public static IEnumerable<CheckPoint> Of(OpenNotes open)
    {
        if (open.Comments > 0) yield return new CheckPoint(CheckKind.Comments, Sentence.OfCount("advice.comments", open.Comments));
        if (open.Suggestions > 0) yield return new CheckPoint(CheckKind.Suggestions, Sentence.OfCount("advice.suggestions", open.Suggestions));
    }

    static string LastDay(DateTime end, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(end.AddMilliseconds(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<string> Links(BodyTree body) => body.Nodes.SelectMany(TreeWalk.Descend).OfType<Inline>().SelectMany(i => i.Marks).OfType<LinkMark>().Select(l => l.Href);
}

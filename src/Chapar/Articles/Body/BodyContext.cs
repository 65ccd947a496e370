namespace Chapar.Articles.Body;

/// <summary>What a body needs from outside to be shown. A resolver that answers null says: not there, leave it out.</summary>
public sealed record BodyContext
{
    /// <summary>The renditions of a media item.</summary>
    public Func<Guid, Picture?> Picture { get; init; } = _ => null;

    /// <summary>Where pictures are only named and linked: what following the link costs, in words. Null where they are shown.</summary>
    public Func<Picture, string>? PictureSize { get; init; }

    /// <summary>Whether a media item may be shown no longer: a note stands in its place.</summary>
    public Func<Guid, bool> HasEnded { get; init; } = _ => false;

    /// <summary>A published own article.</summary>
    public Func<Guid, LinkedArticle?> Article { get; init; } = _ => null;

    /// <summary>The official rate of a pair ("usd-kgs") on a day, or the newest (null).</summary>
    public Func<string, DateOnly?, RateFigure?> Rate { get; init; } = (_, _) => null;

    /// <summary>The article's language, BCP 47.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The <c>sizes</c> of pictures in the text.</summary>
    public string Sizes { get; init; } = "(min-width: 46rem) 42rem, 100vw";

    public BodyWords Words { get; init; } = new();
}

/// <summary>A picture's addresses in the three formats, and the size of the largest in pixels.</summary>
public sealed record Picture(string AvifSrcset, string WebpSrcset, string JpegSrcset, string Src, int Width, int Height);

/// <param name="Path">Its address on this site.</param>
public sealed record LinkedArticle(string Path, string Headline, string? Deck);

/// <param name="Text">The figure as printed: "87.4500".</param>
/// <param name="Title">What it is: pair, day, source.</param>
public sealed record RateFigure(string Text, string? Title);

/// <summary>The few words of the interface that stand in a body.</summary>
/// <param name="WatchOn">On the poster of a video, with {0} for the provider.</param>
/// <param name="OpenOn">On the poster of anything else.</param>
/// <param name="Ended">In the place of a picture whose rights have ended.</param>
public sealed record BodyWords(
    string WatchOn = "Watch on {0}",
    string OpenOn = "See on {0}",
    string Map = "Open the map",
    string Photo = "Photo",
    string Photos = "Photos",
    string Table = "Table",
    string Bytes = "bytes",
    string Kilobytes = "KB",
    string Megabytes = "MB",
    string Ended = "A picture stood here. We no longer have the right to show it.");

using Chapar.Media;

namespace Chapar.Database.Demo;

/// <summary>What the sample publication must know of the house it is filled into.</summary>
public sealed record DemoOptions
{
    /// <summary>Languages of the publication, the main one first; texts in others are left out.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The zone in which "yesterday at 09:40" is meant.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Where the originals of the pictures go.</summary>
    public required PictureStore Pictures { get; init; }
}

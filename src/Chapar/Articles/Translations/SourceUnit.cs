using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chapar.Articles.Translations;

/// <summary>
/// One block of the source as its translators know it: headline, deck, or a block of the body. Its name stays the same whatever becomes of
/// its words, so that the blocks of the translation can carry it.
/// </summary>
/// <param name="Id">"headline", "deck", or ten letters of the block's first fingerprint.</param>
/// <param name="Text">As it stands now; null when it was taken out of the source.</param>
public sealed record SourceUnit(string Id, string? Text)
{
    /// <summary>How it is kept: what says nothing is left out.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public const string Headline = "headline";
    public const string Deck = "deck";

    /// <summary>As it stood when it was translated, where it has been changed since; otherwise null.</summary>
    public string? Old { get; init; }

    /// <summary>Whether it came into the source after the translation was begun and nobody has looked at it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Taken out of the source, and the translator knows it.</summary>
    public bool IsGone { get; init; }

    /// <summary>The translator said that it is done as it stands: left out, or the same words in both languages.</summary>
    public bool IsAsItIs { get; init; }

    /// <summary>Whether it was ever translated: from then on its changes are told.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Fingerprint of its words (see <see cref="BlockWords"/>); null when there is nothing to translate, such as in a figure or a divider.</summary>
    public string? Words { get; init; }

    /// <summary>What the last "done" changed, to be taken back.</summary>
    public DoneBefore? Before { get; init; }
}

/// <summary>A unit before somebody said that it is done.</summary>
/// <param name="Act">Which act it was.</param>
public sealed record DoneBefore(Guid Act, string? Old, bool IsNew, bool IsAsItIs, bool IsGone);

/// <summary>What is to be done with one unit.</summary>
public enum UnitState
{
    Done,

    /// <summary>Nothing is written for it yet.</summary>
    Missing,

    /// <summary>A machine wrote it and nobody has accepted or changed it.</summary>
    Machine,

    /// <summary>It came into the source later.</summary>
    Added,

    /// <summary>The source says it differently than when it was translated.</summary>
    Edited,

    /// <summary>The source says it no more, and the translation still does.</summary>
    Removed,
}

using System.Text.Json;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>What a line of the checklist is about. Each but the first and the last is advice, unless the house has made it a bar.</summary>
public enum CheckKind
{
    /// <summary>Without it nothing goes out, whatever the house has chosen.</summary>
    Missing,
    HeadlineLong,
    HeadlineStop,
    DeckMissing,
    DeckLong,
    TextEmpty,
    NoLead,
    RightsEnd,
    RightsEnded,
    NoTopic,
    ImageElsewhere,
    LinkNowhere,
    LinkDead,
    Weekday,
    Future,
    Spelling,
    TwoWays,
    OneName,
    Name,
    Comments,
    Suggestions,

    /// <summary>Nothing to be mended: a name was left as it stands.</summary>
    NameLeft,

    /// <summary>Nothing to be mended: something is still being looked up.</summary>
    Pending,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Text">What is to be done.</param>
public record CheckPoint(CheckKind Kind, Sentence Text)
{
    /// <summary>True when the story cannot go out before it is mended; otherwise it is advice.</summary>
    public bool IsBar { get; init; } = Kind == CheckKind.Missing;
}

/// <summary>The names of the kinds.</summary>
public static class CheckKinds
{
    /// <summary>The word in settings and forms: "headline-long".</summary>
    public static string Slug(this CheckKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}

using Chapar.Text;

namespace Chapar.Articles.Body;

/// <summary>What the converter needs from outside.</summary>
public sealed record HtmlOptions
{
    /// <summary>The media item a picture stands for: asked with <c>data-media</c> that is no id, otherwise with the picture's address.</summary>
    public Func<string, Guid?> ResolveMedia { get; init; } = _ => null;

    /// <summary>The article a card leads to: asked with <c>data-article</c> that is no id.</summary>
    public Func<string, Guid?> ResolveArticle { get; init; } = _ => null;

    /// <summary>The article's language: a passage marked as being in it needs no mark.</summary>
    public string? Language { get; init; }
}

/// <param name="Body">The text.</param>
/// <param name="Notes">What was left out or changed, for the import's report and the editor.</param>
public sealed record Converted(BodyTree Body, IReadOnlyList<Sentence> Notes);

using Chapar.Articles.Body;

namespace Chapar.Articles.Translations;

/// <summary>A text as its translators, or its translation, have it.</summary>
public sealed record SourceText(string Headline, string Deck, BodyTree Body)
{
    /// <summary>
    /// Which state of the source counts: once readers have it, what they have; before, what its writers have. Changes of a published story
    /// reach its translators when they reach its readers.
    /// </summary>
    public static SourceText Standing(Article article, Draft? draft) =>
        article.Status == ArticleStatus.Draft && draft is not null ? Of(draft) : Of(article);

    /// <summary>What its own writers have: the working copy, or the article while there is none.</summary>
    public static SourceText Written(Article article, Draft? draft) => draft is not null ? Of(draft) : Of(article);

    /// <summary>The blocks of the body that are translated one by one, with their comparable text.</summary>
    public IEnumerable<(Node Node, string Text)> Blocks => Body.Nodes.Where(IsBlock).Select(node => (node, BlockWords.Whole(node)));

    /// <summary>Empty paragraphs, and nodes that this version does not know, are carried over and never compared.</summary>
    public static bool IsBlock(Node node) => node is not UnknownNode && BlockWords.Whole(node).Length > 0;

    static SourceText Of(Article article) => new(article.Headline, article.Deck, article.Body);

    static SourceText Of(Draft draft) => new(draft.Headline, draft.Deck, draft.Body);
}

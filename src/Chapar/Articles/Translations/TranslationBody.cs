using Chapar.Articles.Body;

namespace Chapar.Articles.Translations;

/// <summary>The body with which a translation is begun: the blocks of the source without their words, each with the name of its block.</summary>
/// <param name="Picture">The words of a picture of the library in the language of the translation.</param>
/// <param name="Sibling">The translation of an own article that a card leads to, if there is one.</param>
public sealed record TranslationBody(Func<Guid, (string? Alt, string? Caption)> Picture, Func<Guid, Guid?> Sibling)
{
    /// <param name="units">Those of <see cref="Following.Begin"/>.</param>
    public BodyTree Of(SourceText source, IReadOnlyList<SourceUnit> units)
    {
        var names = new Queue<string>(units.Skip(2).Select(unit => unit.Id));
        return new BodyTree([.. source.Body.Nodes.Select(node => SourceText.IsBlock(node) ? Of(node, names.Dequeue()) : node)]);
    }

    /// <summary>One block without its words.</summary>
    public Node Of(Node block, string name) => Emptied(block) with { Source = name, Machine = false };

    /// <summary>Where nothing is to be translated it is carried over ready.</summary>
    Node Emptied(Node node) => node is not (LinkCard or ImageBlock or Gallery) && !BlockWords.HasLetters(BlockWords.Of(node)) ? node : node switch
    {
        Paragraph n => n with { Content = Figures(n.Content) },
        Heading n => n with { Content = Figures(n.Content) },
        BulletList n => n with { Items = Each(n.Items) },
        OrderedList n => n with { Items = Each(n.Items) },
        ListItem n => n with { Content = Each(n.Content) },
        Quote n => n with { Content = Each(n.Content) },
        PullQuote n => n with { Content = Figures(n.Content), Attribution = null },
        ImageBlock n => Shown(n),
        Gallery n => n with { Images = Each(n.Images) },
        Turn n => n with { Content = Each(n.Content) },
        NoteBlock n => n with { Title = null, Content = Each(n.Content) },
        LinkCard { Article: { } article } n => n with { Article = Sibling(article) ?? article, Title = null },
        // Tables are carried over with their numbers; their words are written over.
        _ => node,
    };

    IReadOnlyList<Node> Each(IReadOnlyList<Node> nodes) => [.. nodes.Select(node => Emptied(node) with { Source = null, Machine = false })];

    /// <summary>Of a line the official rates in it: they are written in the language of who reads them.</summary>
    static IReadOnlyList<Node> Figures(IReadOnlyList<Node> line) => [.. line.OfType<RateInline>()];

    Node Shown(ImageBlock image)
    {
        if (image.Decorative) return image;
        var (alt, caption) = image.Media is { } id ? Picture(id) : default;
        return image with { Alt = alt, Caption = image.Caption is null ? null : caption };
    }
}

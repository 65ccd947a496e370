namespace Chapar.Articles.Body;

/// <summary>Going through a tree.</summary>
public static class TreeWalk
{
    /// <summary>The nodes directly inside a node.</summary>
    public static IReadOnlyList<Node> Children(Node node) => node switch
    {
        Paragraph n => n.Content,
        Heading n => n.Content,
        BulletList n => n.Items,
        OrderedList n => n.Items,
        ListItem n => n.Content,
        Quote n => n.Content,
        PullQuote n => n.Content,
        Gallery n => n.Images,
        Turn n => n.Content,
        TableBlock n => n.Rows,
        TableRow n => n.Cells,
        TableCell n => n.Content,
        NoteBlock n => n.Content,
        UnknownNode n => n.Content,
        _ => [],
    };

    /// <summary>The node and everything in it, in the order of reading.</summary>
    public static IEnumerable<Node> Descend(Node node)
    {
        yield return node;
        foreach (var child in Children(node))
            foreach (var inner in Descend(child))
                yield return inner;
    }

    /// <summary>The media items a body shows: what its page depends on.</summary>
    public static IEnumerable<Guid> Media(this BodyTree tree) => tree.Nodes.SelectMany(Descend)
        .Select(node => node switch { ImageBlock image => image.Media, Embed embed => embed.Poster, _ => null })
        .OfType<Guid>().Distinct();

    /// <summary>The own articles a body's cards lead to.</summary>
    public static IEnumerable<Guid> Articles(this BodyTree tree) => tree.Nodes.SelectMany(Descend)
        .OfType<LinkCard>().Select(card => card.Article).OfType<Guid>().Distinct();

    /// <summary>True if the body quotes a rate of today, so that its page changes with the rates.</summary>
    public static bool QuotesLiveRates(this BodyTree tree) => tree.Nodes.SelectMany(Descend).Any(node => node is RateInline { AsOf: null });
}

using Chapar.Articles.Body;

namespace Chapar.Import.WordPress;

/// <summary>
/// Gives every picture of an old text the credit and the alternative text that publishing asks for, without making any up: the
/// credit is the caption's, the picture's, or the archive it comes from; a picture nobody described is marked as decorative.
/// </summary>
/// <param name="creditOf">The credit that is known of a picture; empty if none.</param>
/// <param name="archive">What is named where nothing is known: "Archive of The Courier".</param>
sealed class BodyPictures(Func<Guid, string> creditOf, string archive)
{
    /// <summary>Pictures that name the archive only because nobody knows better.</summary>
    public int WithoutCredit { get; private set; }

    /// <summary>Pictures that somebody should describe.</summary>
    public int WithoutAlternativeText { get; private set; }

    public BodyTree Settle(BodyTree body) =>
        body.Nodes.SelectMany(TreeWalk.Descend).Any(node => node is ImageBlock) ? new BodyTree(Settle(body.Nodes)) : body;

    List<Node> Settle(IReadOnlyList<Node> nodes) => [.. nodes.Select(Settle)];

    Node Settle(Node node) => node switch
    {
        ImageBlock image => Settle(image),
        Gallery n => n with { Images = Settle(n.Images) },
        Quote n => n with { Content = Settle(n.Content) },
        BulletList n => n with { Items = Settle(n.Items) },
        OrderedList n => n with { Items = Settle(n.Items) },
        ListItem n => n with { Content = Settle(n.Content) },
        Turn n => n with { Content = Settle(n.Content) },
        NoteBlock n => n with { Content = Settle(n.Content) },
        TableBlock n => n with { Rows = Settle(n.Rows) },
        TableRow n => n with { Cells = Settle(n.Cells) },
        TableCell n => n with { Content = Settle(n.Content) },
        _ => node,
    };

    ImageBlock Settle(ImageBlock image)
    {
        string? credit = string.IsNullOrWhiteSpace(image.Credit) ? image.Media is { } id ? creditOf(id) : null : image.Credit;
        if (string.IsNullOrWhiteSpace(credit))
        {
            credit = archive;
            WithoutCredit++;
        }
        bool isDescribed = !string.IsNullOrWhiteSpace(image.Alt);
        if (!isDescribed && !image.Decorative)
            WithoutAlternativeText++;
        return image with { Credit = credit, Decorative = image.Decorative || !isDescribed };
    }
}

namespace Chapar.Articles.Body;

/// <summary>The order of headings: the first is of level 2 and none is more than one level below the heading before it.</summary>
static class Outline
{
    /// <summary>The same blocks with heading levels put in order.</summary>
    public static List<Node> InOrder(IReadOnlyList<Node> nodes)
    {
        var heading = 1;
        return InOrder(nodes, ref heading);
    }

    static List<Node> InOrder(IReadOnlyList<Node> nodes, ref int heading)
    {
        var ordered = new List<Node>(nodes.Count);
        foreach (var node in nodes)
        {
            ordered.Add(node switch
            {
                Heading n => n with { Level = heading = Math.Min(n.Level, heading + 1) },
                Quote n => n with { Content = InOrder(n.Content, ref heading) },
                Turn n => n with { Content = InOrder(n.Content, ref heading) },
                NoteBlock n => n with { Content = InOrder(n.Content, ref heading) },
                BulletList n => n with { Items = InOrder(n.Items, ref heading) },
                OrderedList n => n with { Items = InOrder(n.Items, ref heading) },
                ListItem n => n with { Content = InOrder(n.Content, ref heading) },
                _ => node,
            });
        }
        return ordered;
    }
}

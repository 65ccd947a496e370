using System.Text;

namespace Chapar.Articles.Body;

/// <summary>
/// A body as Telegram messages, in the HTML its bots may send (https://core.telegram.org/bots/api#html-style). Pictures are left
/// out: a channel sends them as messages of their own.
/// </summary>
public static class BodyTelegram
{
    /// <summary>The most a message may hold. Telegram does not count tags; we do, and so stay below.</summary>
    public const int MaxLength = 4096;

    /// <param name="site">The address of the publication's front page, with a slash at the end.</param>
    /// <returns>Messages of at most <see cref="MaxLength"/> characters, parted between blocks where possible.</returns>
    public static IReadOnlyList<string> Messages(BodyTree body, BodyContext context, Uri site)
    {
        var messages = new List<string>();
        var message = new StringBuilder();
        foreach (var block in body.Nodes.SelectMany(node => Fitting(node, context, site)))
        {
            if (message.Length > 0 && message.Length + 2 + block.Length > MaxLength)
            {
                messages.Add(message.ToString());
                message.Clear();
            }
            message.Append(message.Length > 0 ? "\n\n" : "").Append(block);
        }
        if (message.Length > 0)
            messages.Add(message.ToString());
        return messages;
    }

    /// <summary>A block, or its plain words in pieces if it is too long for a message: a tag must not be cut.</summary>
    static IEnumerable<string> Fitting(Node node, BodyContext context, Uri site)
    {
        var block = new TelegramText(context, site).Of(node).Trim();
        if (block.Length == 0)
            return [];
        return block.Length <= MaxLength ? [block] : Pieces(BodyText.Of(new BodyTree([node])));
    }

    static IEnumerable<string> Pieces(string words)
    {
        // An entity is at most five characters for one.
        const int most = MaxLength / 5;
        while (words.Length > 0)
        {
            var end = words.Length <= most ? words.Length : words.LastIndexOfAny([' ', '\n'], most);
            if (end <= 0)
                end = char.IsHighSurrogate(words[most - 1]) ? most - 1 : most;
            yield return new StringBuilder().Encoded(words.AsSpan(0, end).Trim()).ToString();
            words = words[end..].TrimStart();
        }
    }

    sealed class TelegramText(BodyContext context, Uri site) : MarkedHtml
    {
        protected override Uri Site => site;

        public string Of(Node node)
        {
            Block(node, "");
            return Out.ToString();
        }

        void Block(Node node, string indent)
        {
            switch (node)
            {
                case Paragraph p: Text(p.Content, "\n\n"); break;
                case Heading h: Bold(h.Content); break;
                case BulletList or OrderedList: Items(node, indent); break;
                case Quote quote: Quoted(new StringBuilder().Encoded(BodyText.Of(new BodyTree(quote.Content))).ToString()); break;
                case PullQuote pull: Quoted(new StringBuilder().Encoded(BodyText.Of(new BodyTree([pull]))).ToString()); break;
                case ImageBlock or Gallery or Divider: break;
                case Turn turn:
                    if (!string.IsNullOrEmpty(turn.Speaker))
                        Bold([new TextRun(turn.Speaker + ":")]);
                    Blocks(turn.Content, indent);
                    break;
                case NoteBlock note:
                    if (!string.IsNullOrEmpty(note.Title))
                        Bold([new TextRun(note.Title)]);
                    Blocks(note.Content, indent);
                    break;
                case TableBlock or CodeBlock:
                    Out.Append("<pre>").Encoded(BodyText.Of(new BodyTree([node]))).Append("</pre>\n\n");
                    break;
                case LinkCard card:
                    var article = card.Article is { } id ? context.Article(id) : null;
                    LinkTo(article?.Path ?? card.Href, card.Title ?? article?.Headline);
                    break;
                case Embed embed: LinkTo(embed.Url, string.IsNullOrEmpty(embed.Title) ? EmbedProvider.Invitation(embed, context.Words) : embed.Title); break;
                case FileBlock file: LinkTo(file.Href, file.Name); break;
                case Inline: Text([node], "\n\n"); break;
                case UnknownNode { Content: [Inline, ..] } unknown: Text(unknown.Content, "\n\n"); break;
                default: Blocks(TreeWalk.Children(node), indent); break;
            }
        }

        void Blocks(IReadOnlyList<Node> nodes, string indent)
        {
            foreach (var node in nodes)
                Block(node, indent);
        }

        void Text(IReadOnlyList<Node> line, string end)
        {
            if (!HasWords(line))
                return;
            Line(line);
            Out.Append(end);
        }

        void Bold(IReadOnlyList<Node> line)
        {
            if (HasWords(line))
                Out.Append("<b>").Encoded(BodyText.Line(line)).Append("</b>\n\n");
        }

        void Quoted(string text) => Out.Append("<blockquote>").Append(text).Append("</blockquote>\n\n");

        void Items(Node list, string indent)
        {
            var number = list is OrderedList ordered ? ordered.Start : 0;
            foreach (var item in TreeWalk.Children(list))
            {
                Out.Append(indent).Append(list is OrderedList ? $"{number++}. " : "• ");
                foreach (var node in TreeWalk.Children(item))
                {
                    if (node is Paragraph p)
                        Text(p.Content, "\n");
                    else
                        Block(node, indent + "   ");
                }
            }
            if (indent.Length == 0)
                Out.Append('\n');
        }

        void LinkTo(string? href, string? words)
        {
            var linked = Anchor(href);
            Out.Encoded(words ?? href).Append(linked ? "</a>\n\n" : "\n\n");
        }

        protected override string Open(Mark mark)
        {
            switch (mark)
            {
                case BoldMark: Out.Append("<b>"); return "</b>";
                case ItalicMark: Out.Append("<i>"); return "</i>";
                case StrikeMark or CodeMark: return base.Open(mark);
                case LinkMark link when Href.Clean(link.Href) is { } href:
                    Out.Append("<a").Attribute("href", Href.Absolute(href, site)).Append('>');
                    return "</a>";
                default: return "";
            }
        }

        protected override void Leaf(Inline node)
        {
            if (node is RateInline rate)
                Out.Encoded(context.Rate(rate.Pair, rate.AsOf)?.Text ?? "—");
            else if (node is HardBreak)
                Out.Append('\n');
            else
                base.Leaf(node);
        }
    }
}

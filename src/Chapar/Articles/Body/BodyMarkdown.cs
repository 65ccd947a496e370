using System.Text;

namespace Chapar.Articles.Body;

/// <summary>A body as CommonMark with tables, for people who take their text elsewhere and for machines that read.</summary>
public static class BodyMarkdown
{
    /// <param name="site">The address of the publication's front page, with a slash at the end.</param>
    public static string Render(BodyTree body, BodyContext context, Uri site) =>
        string.Join("\n\n", body.Nodes.Select(node => MarkdownText.Block(node, context, site)).Where(block => block.Length > 0)) + "\n";

    sealed class MarkdownText(BodyContext context, Uri site) : MarkedWriter
    {
        public static string Block(Node node, BodyContext context, Uri site)
        {
            string Inside(IEnumerable<Node> nodes) => string.Join("\n\n", nodes.Select(inner => Block(inner, context, site)).Where(block => block.Length > 0));
            string Text(IReadOnlyList<Node> line) => new MarkdownText(context, site).Of(line);
            string Link(string? href, string? words) => Href.Clean(href) is { } clean ? $"[{Escaped(words ?? clean)}]({Address(clean, site)})" : Escaped(words);
            switch (node)
            {
                case Paragraph p: return Text(p.Content);
                case Heading h: return Text(h.Content) is { Length: > 0 } words ? $"{new string('#', h.Level)} {words.Replace("\\\n", " ", StringComparison.Ordinal)}" : "";
                case BulletList or OrderedList:
                    var number = node is OrderedList ordered ? Math.Max(0, ordered.Start) : 0;
                    return string.Join('\n', TreeWalk.Children(node).Select(item => Indented(node is OrderedList ? $"{number++}. " : "- ", "    ", Inside(TreeWalk.Children(item)))));
                case Quote quote: return Indented("> ", "> ", Inside(quote.Content));
                case PullQuote pull:
                    var attribution = string.IsNullOrEmpty(pull.Attribution) ? "" : "\n\n— " + Escaped(pull.Attribution);
                    return Indented("> ", "> ", Text(pull.Content) + attribution);
                case ImageBlock image:
                    var src = image.Media is { } id ? context.Picture(id)?.Src : Href.Clean(image.Src);
                    var caption = Escaped(string.Join(' ', new[] { image.Caption, image.Credit }.Where(said => !string.IsNullOrEmpty(said))));
                    return src is null ? "" : $"![{Escaped(image.Alt)}]({Address(src, site)}){(caption.Length > 0 ? "\n\n" + caption : "")}";
                case Turn turn: return (string.IsNullOrEmpty(turn.Speaker) ? "" : $"**{Escaped(turn.Speaker)}:**\n\n") + Inside(turn.Content);
                case NoteBlock note: return Indented("> ", "> ", (string.IsNullOrEmpty(note.Title) ? "" : $"**{Escaped(note.Title)}**\n\n") + Inside(note.Content));
                case TableBlock table: return Table(table, Text);
                case LinkCard card:
                    var article = card.Article is { } own ? context.Article(own) : null;
                    return Link(article?.Path ?? card.Href, card.Title ?? article?.Headline);
                case Embed embed: return Link(embed.Url, embed.Title ?? EmbedProvider.Invitation(embed, context.Words));
                case FileBlock file: return Link(file.Href, file.Name);
                case Divider: return "---";
                case CodeBlock code:
                    var fence = code.Text.Contains("```", StringComparison.Ordinal) ? "~~~~~~" : "```";
                    return $"{fence}{code.Language}\n{code.Text}\n{fence}";
                case Inline: return Text([node]);
                case UnknownNode { Content: [Inline, ..] } unknown: return Text(unknown.Content);
                default: return Inside(TreeWalk.Children(node));
            }
        }

        static string Table(TableBlock table, Func<IReadOnlyList<Node>, string> text)
        {
            var lines = new List<string>();
            foreach (var row in table.Rows)
            {
                var cells = TreeWalk.Children(row).Select(cell => string.Join(' ', TreeWalk.Children(cell)
                    .Select(block => text(TreeWalk.Children(block)).Replace("\\\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)))).ToList();
                lines.Add($"| {string.Join(" | ", cells)} |");
                if (lines.Count == 1)
                    lines.Add("|" + string.Concat(Enumerable.Repeat(" --- |", cells.Count)));
            }
            return string.Join('\n', lines) + (string.IsNullOrEmpty(table.Caption) ? "" : "\n\n" + Escaped(table.Caption));
        }

        static string Indented(string first, string rest, string text) =>
            first + text.Replace("\n", "\n" + rest, StringComparison.Ordinal).Replace("\n" + rest + "\n", "\n" + rest.TrimEnd() + "\n", StringComparison.Ordinal);

        static string Address(string href, Uri site) => Href.Absolute(href, site).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

        string Of(IReadOnlyList<Node> line)
        {
            Line([.. line.SelectMany(Parted)]);
            var text = Out.ToString().Trim();
            // At the start of a line these would begin a heading, a quote, a list.
            if (text.Length > 0 && text[0] is '#' or '+' or '-' or '=')
                return "\\" + text;
            var digits = text.TakeWhile(char.IsAsciiDigit).Count();
            return digits > 0 && digits < text.Length && text[digits] is '.' or ')' ? text.Insert(digits, "\\") : text;
        }

        /// <summary>Spaces at the ends of a marked run go out of it: "**so **" is no bold in Markdown.</summary>
        static IEnumerable<Node> Parted(Node node)
        {
            if (node is not TextRun { Marks.Count: > 0 } run)
                return [node];
            var core = run.Text.Trim();
            if (core.Length == run.Text.Length)
                return [node];
            var start = run.Text.Length - run.Text.TrimStart().Length;
            return new TextRun[] { new(run.Text[..start]), new(core, run.Marks), new(run.Text[(start + core.Length)..]) }.Where(part => part.Text.Length > 0);
        }

        static string Escaped(string? text)
        {
            var markdown = new StringBuilder();
            foreach (var c in text ?? "")
                markdown.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '&' or '!' ? "\\" : "").Append(c);
            return markdown.ToString();
        }

        protected override string Open(Mark mark)
        {
            var (open, close) = mark switch
            {
                BoldMark => ("**", "**"),
                ItalicMark => ("*", "*"),
                StrikeMark => ("~~", "~~"),
                SubscriptMark => ("<sub>", "</sub>"),
                SuperscriptMark => ("<sup>", "</sup>"),
                LinkMark link when Href.Clean(link.Href) is { } href => ("[", $"]({Address(href, site)})"),
                _ => ("", ""),
            };
            Out.Append(open);
            return close;
        }

        protected override void Leaf(Inline node)
        {
            Out.Append(node switch
            {
                RateInline rate => Escaped(context.Rate(rate.Pair, rate.AsOf)?.Text ?? "—"),
                HardBreak => "\\\n",
                TextRun run when run.Marks.Any(mark => mark is CodeMark) => run.Text.Contains('`', StringComparison.Ordinal) ? $"`` {run.Text} ``" : $"`{run.Text}`",
                TextRun run => Escaped(run.Text),
                _ => "",
            });
        }
    }
}

namespace Chapar.Articles.Body;

/// <summary>A body as lines to compare: its words, and for what has none a line that says what stands there.</summary>
public static class BodyLines
{
    /// <param name="body">The text.</param>
    /// <param name="picture">The word for a picture in the language of who reads the comparison.</param>
    public static string Of(BodyTree body, string picture) => string.Join('\n', body.Nodes.SelectMany(node => Lines(node, picture)));

    /// <summary>The line of a picture.</summary>
    public static string OfPicture(ImageBlock image, string picture) =>
        $"[{picture}: {string.Join(" · ", new[] { image.Media?.ToString("N")[^6..] ?? image.Src, image.Caption, image.Credit, image.Alt }.Where(part => !string.IsNullOrEmpty(part)))}]";

    static IEnumerable<string> Lines(Node node, string picture) => node switch
    {
        ImageBlock image => [OfPicture(image, picture)],
        Gallery gallery => gallery.Images.SelectMany(image => Lines(image, picture)),
        Heading heading => [$"{new string('#', heading.Level)} {BodyText.Line(heading.Content)}"],
        Embed embed => [$"[{embed.Provider}: {embed.Url}]"],
        LinkCard card => [$"[{card.Title ?? card.Href ?? card.Article?.ToString()}]"],
        FileBlock file => [$"[{file.Name}: {file.Href}]"],
        Divider => ["* * *"],
        UnknownNode unknown => [$"[{unknown.Type}]"],
        _ => BodyText.Of(new BodyTree([node])).Split('\n', StringSplitOptions.RemoveEmptyEntries),
    };
}

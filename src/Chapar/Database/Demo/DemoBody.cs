using Chapar.Articles.Body;
using Markdig;

namespace Chapar.Database.Demo;

/// <summary>Markdown with HTML for what Markdown lacks, as the body of an article. It goes in by the same door as pasted text.</summary>
static class DemoBody
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    /// <exception cref="InvalidDataException">Something in the text would have been left out.</exception>
    public static BodyTree Of(DemoText text, HtmlOptions options)
    {
        var converted = HtmlToBody.Convert(Markdown.ToHtml(text.Markdown, Pipeline), options);
        if (converted.Notes.Count > 0) throw new InvalidDataException($"{text.File}: {string.Join("; ", converted.Notes)}");
        return converted.Body;
    }
}

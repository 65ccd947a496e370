using Chapar.Pages;

namespace Chapar.Reader.Finding;

/// <summary>The look of the search page, which no other page has to carry, and the script that completes what is typed: search works without it.</summary>
public sealed class SearchFiles
{
    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Linked after the reader's stylesheet, which has the colours.</summary>
    public PackedFile Sheet { get; } = new("search", "css", Stylesheet.Shorten(PackedFile.Source("search.css")));

    /// <summary>The look of the completions: for those who go into the box.</summary>
    public PackedFile SuggestSheet { get; } = new("suggest", "css", Stylesheet.Shorten(PackedFile.Source("suggest.css")));

    public PackedFile Suggest { get; }

    public SearchFiles() => Suggest = PackedFile.Script("suggest", $"const suggestSheet = \"{SuggestSheet.Path}\";\n");

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in new[] { Sheet, Suggest, SuggestSheet }) app.MapMethods(file.Path, reading, file.Answer);
    }
}

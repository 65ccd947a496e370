using Chapar.Pages;

namespace Chapar.Reader.Markets;

/// <summary>The looks of the markets pages, which no other page has to carry, and the two scripts that make them nicer and never possible.</summary>
public sealed class MarketFiles
{
    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Linked after the reader's stylesheet, which has the colours.</summary>
    public PackedFile Sheet { get; } = new("rates", "css", Stylesheet.Shorten(PackedFile.Source("rates.css")));

    /// <summary>Reads the values of a chart.</summary>
    public PackedFile Chart { get; } = PackedFile.Script("chart");

    /// <summary>Remembers a reader's choice of the ticker, in the browser and nowhere else.</summary>
    public PackedFile Ticker { get; } = PackedFile.Script("ticker");

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in new[] { Sheet, Chart, Ticker }) app.MapMethods(file.Path, reading, file.Answer);
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Chapar.Reader;
using Chapar.Settings;
using Chapar.Tests.House;
using Chapar.Text;
using Microsoft.AspNetCore.Http;

namespace Chapar.Tests.Reader;

public partial class StylesheetTests
{
    static readonly string Source = File.ReadAllText(Path.Combine(Sources.Root, "src/Chapar/wwwroot/reader.css"));
    static readonly Stylesheet Served = new(Source, "#0b6068", "#63c3c6");

    [Fact]
    public void Shortening_leaves_the_rules_and_the_strings_alone()
    {
        var css = new Stylesheet("a :hover , b { content : \" ; /* } \" ;\n  color: red; } /* gone { */ c { }", "#000000", "#ffffff").Css;
        Assert.Equal("a :hover,b{content :\" ; /* } \";color:red}c{}:root{--accent:#000000;--accent-dark:#ffffff}", css);
    }

    [Fact]
    public void Its_address_changes_with_the_colour()
    {
        Assert.Matches("^/reader\\.[0-9a-f]{12}\\.css$", Served.Path);
        Assert.NotEqual(Served.Path, new Stylesheet(Source, "#0b6068", "#63c3c7").Path);
        Assert.Equal(Served.Path, new Stylesheet(Source, "#0b6068", "#63c3c6").Path);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Every_encoding_holds_the_same_rules_and_is_kept_for_ever(string encoding)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = encoding;
        http.Response.Body = new MemoryStream();

        await Served.Answer(http);

        Assert.Contains("immutable", http.Response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(encoding, http.Response.Headers.ContentEncoding.ToString());
        http.Response.Body.Position = 0;
        using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(http.Response.Body, CompressionMode.Decompress),
            "gzip" => new GZipStream(http.Response.Body, CompressionMode.Decompress),
            _ => http.Response.Body,
        };
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(Served.Css, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("brotli", "")]
    public async Task An_encoding_that_is_refused_is_not_sent(string accepted, string encoding)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = accepted;
        await Served.Answer(http);
        Assert.Equal(encoding, http.Response.Headers.ContentEncoding.ToString());
    }

    [Fact]
    public async Task It_takes_at_most_four_and_a_half_kilobytes_of_the_first_round_trip()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = "br";
        http.Response.Body = new MemoryStream();
        await Served.Answer(http);
        Assert.InRange(http.Response.Body.Length, 1, 4608);
    }

    /// <summary>PT Serif and PT Sans lack ʻ, Georgia lacks ә (bench/fonts.sh): one of them first, and a word is set in two faces.</summary>
    [Theory]
    [InlineData("wwwroot/reader.css")]
    [InlineData("wwwroot/text.css")]
    [InlineData("Newsroom/Files/newsroom.css")]
    public void Every_language_is_set_in_faces_that_have_its_letters(string file)
    {
        var css = File.ReadAllText(Path.Combine(Sources.Root, "src/Chapar", file));
        Assert.All(Stack().Matches(css).Where(rule => rule.Groups[1].Value.Contains("lang=uz", StringComparison.Ordinal)), rule => Assert.DoesNotContain("\"PT ", rule.Groups[2].Value, StringComparison.Ordinal));
        Assert.Contains(Stack().Matches(css), rule => rule.Groups[1].Value.Contains("lang=uz", StringComparison.Ordinal));
        Assert.All(Stack().Matches(css).Where(rule => rule.Groups[1].Value.Contains("lang", StringComparison.Ordinal) && !rule.Groups[1].Value.Contains("[lang=en] ", StringComparison.Ordinal)),
            rule => Assert.DoesNotContain("Georgia", rule.Groups[2].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_can_be_read_on_every_paper_in_both_schemes()
    {
        // Light first, dark second, as they stand in the file.
        var inks = Colours("ink").Zip(Colours("soft"));
        var papers = Colours("paper").Zip(Colours("wash"));
        var poor = inks.Zip(papers, (ink, paper) => new[] { ink.First, ink.Second }.SelectMany(i => new[] { paper.First, paper.Second }.Select(p => i.ContrastWith(p))))
            .SelectMany(ratios => ratios).Where(ratio => ratio < 4.5);
        Assert.Empty(poor);
    }

    [Fact]
    public void Colours_of_the_settings_are_judged_on_the_papers_of_the_stylesheet()
    {
        Assert.Equal(Publication.LightPapers, [Colours("paper")[0], Colours("wash")[0]]);
        Assert.Equal(Publication.DarkPapers, [Colours("paper")[1], Colours("wash")[1]]);
    }

    [Theory]
    [InlineData("publication:accent", "#ffcc00", "darker")]
    [InlineData("publication:accentDark", "#802020", "lighter")]
    public void A_colour_that_cannot_be_read_is_refused_with_advice(string key, string colour, string advice)
    {
        var folder = Directory.CreateTempSubdirectory("chapar-colour-");
        var refused = Assert.Throws<SettingsException>(() => ChaparSettings.Read(folder.FullName, [new(key, colour)]));
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere() => Assert.DoesNotMatch("url\\(|@import|@font-face", Served.Css);

    [Fact]
    public void Nothing_moves() => Assert.DoesNotMatch("animation|transition|scroll-behavior", Served.Css);

    static List<Colour> Colours(string name) =>
        [.. Hex(name).Matches(Source).Select(m => Colour.TryParse(m.Groups[1].Value, out var colour) ? colour : throw new FormatException(m.Value)).Take(2)];

    static Regex Hex(string name) => new($"--{name}: (#[0-9a-f]{{6}})");

    /// <summary>A selector, and the faces it names.</summary>
    [GeneratedRegex(@"([^{}]+)\{[^{}]*(?:--serif|font-family|font):([^;}]*)[;}]")]
    private static partial Regex Stack();
}

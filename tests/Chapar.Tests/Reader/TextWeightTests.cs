using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Chapar.Tests.Reader;

/// <summary>What a page of the text edition weighs for who reads it over plain http.</summary>
public sealed partial class TextWeightTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Over plain http, where no browser takes Brotli: 12 KB with the stylesheet, also of what is kept by nobody.</summary>
    [Theory]
    [InlineData("/text/search?q=river", HttpStatusCode.OK)]
    [InlineData("/text/2026/11/never-was", HttpStatusCode.NotFound)]
    public async Task A_search_with_many_hits_and_a_page_of_nothing_weigh_as_little_with_gzip(string address, HttpStatusCode status)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (int i = 0; i < 40; i++) await world.PublishAsync($"Reading {i} of the river at the bridge of Jalal-Abad", text: $"Number {i}: the river rose by {i} centimetres, and the bridge {i * 7 % 11} was closed until the {i % 28 + 1}th.");
        await site.DispatchAsync();
        var (html, bytes) = await WeighAsync(site, address, status);
        if (status == HttpStatusCode.OK) Assert.Contains("Jalal-Abad", html, StringComparison.Ordinal);
        var sheet = Sheet().Match(html).Groups[1].Value;
        Assert.InRange(bytes + (await WeighAsync(site, sheet, HttpStatusCode.OK)).Bytes, 1, 12 * 1024);
    }

    static async Task<(string Text, int Bytes)> WeighAsync(Site site, string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await site.Http.SendAsync(request, Stop);
        Assert.Equal((status, "gzip"), (answer.StatusCode, string.Join(',', answer.Content.Headers.ContentEncoding)));
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        return (await reader.ReadToEndAsync(Stop), body.Length);
    }

    [GeneratedRegex("href=\"(/[^\"]+\\.css)\"")]
    private static partial Regex Sheet();
}

using System.Net;
using System.Net.Http.Headers;
using Chapar.Settings;
using NetVips;

namespace Chapar.Tests.Reader;

/// <summary>The icons that browsers ask for by themselves, and the logo.</summary>
public sealed class IconsTests
{
    [Fact]
    public async Task Every_icon_is_there_in_the_colour_of_the_publication()
    {
        await using var site = await Site.StartAsync([new("publication:accent", "#004080")]);
        foreach (var (path, type, size) in new[] { ("/apple-touch-icon.png", "image/png", 180), ("/icon-192.png", "image/png", 192), ("/icon-512.png", "image/png", 512) })
        {
            var response = await site.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
            using var image = Image.NewFromBuffer(await BytesAsync(response));
            Assert.Equal((size, size), (image.Width, image.Height));
            Assert.Equal([0, 64, 128], image.Getpoint(2, 2));
            Assert.Equal([255, 255, 255], image.Getpoint(size / 2, size * 2 / 3));
        }
        Assert.Contains("#004080", await (await site.GetAsync("/icon.svg")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var ico = await BytesAsync(await site.GetAsync("/favicon.ico"));
        Assert.Equal(ico.Length, BitConverter.ToInt32(ico, 14) + BitConverter.ToInt32(ico, 18));
        using var small = Image.NewFromBuffer(ico[BitConverter.ToInt32(ico, 18)..]);
        Assert.Equal(32, small.Width);
    }

    [Fact]
    public async Task An_icon_is_not_sent_twice()
    {
        await using var site = await Site.StartAsync();
        var tag = (await site.GetAsync("/icon.svg")).Headers.ETag!;
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/icon.svg", UriKind.Relative)) { Headers = { IfNoneMatch = { new EntityTagHeaderValue(tag.Tag) } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("logo.svg")]
    [InlineData("chapar.db")]
    [InlineData("../logo.svg")]
    public async Task A_logo_that_is_not_there_or_no_picture_is_an_error_that_names_the_setting(string logo)
    {
        var error = await Assert.ThrowsAsync<SettingsException>(() => Site.StartAsync([new("publication:logo", logo)]));
        Assert.StartsWith($"publication:logo is '{logo}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_a_logo_is_known_before_it_is_there()
    {
        var folder = Directory.CreateTempSubdirectory("chapar-logo-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "logo.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320.4 64"/>""");
            File.WriteAllBytes(Path.Combine(folder, "Logo.PNG"), Media.Drawn.EnormousPng(300, 40));
            File.WriteAllText(Path.Combine(folder, "bad.svg"), "<svg");
            var svg = Logo.Read(folder, "logo.svg");
            Assert.Equal(("/logo.svg", 320, 64), (svg.Path, svg.Width, svg.Height));
            var png = Logo.Read(folder, "Logo.PNG");
            Assert.Equal(("/logo.png", 300, 40), (png.Path, png.Width, png.Height));
            Assert.Throws<SettingsException>(() => Logo.Read(folder, "bad.svg"));
            File.WriteAllText(Path.Combine(folder, "bad.png"), "GIF");
            Assert.Equal("publication:logo is 'bad.png': it cannot be read (the file is damaged or cut short): give an SVG or PNG file in the data folder.",
                Assert.Throws<SettingsException>(() => Logo.Read(folder, "bad.png")).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Chapar.Hosting;

namespace Chapar.Tests;

public sealed class ListenAddressTests
{
    [Fact]
    public async Task An_address_in_use_is_told_in_a_sentence()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Assert.Equal($"--urls: {url} is in use by another program, perhaps by Chapar itself. Stop that one, or give another address.", (await ServeAsync(url)).TrimEnd());
        // One that is free before it changes nothing.
        Assert.Contains(url, await ServeAsync($"http://127.0.0.1:0;{url}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5080", "\"5080\" is no address")]
    [InlineData("http://192.0.2.1:5080", "Give an address of this machine")]
    [InlineData("http://127.0.0.1:99999", "from 1 to 65535")]
    public async Task An_address_that_cannot_be_listened_on_is_told_with_what_to_do(string url, string sentence) => Assert.Contains(sentence, await ServeAsync(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    [InlineData("http://*:0")]
    public void A_free_address_is_not_hindered(string url) => Assert.Null(ListenAddress.Hindrance(url));

    static async Task<string> ServeAsync(string urls)
    {
        var folder = Directory.CreateTempSubdirectory("chapar-listen").FullName;
        using StringWriter said = new(CultureInfo.InvariantCulture);
        try
        {
            Assert.Equal(2, await Verbs.RunAsync(["serve", "--urls", urls, "--data", folder], new Workplace { Output = said, Error = said }));
            Assert.Empty(Directory.GetFileSystemEntries(folder));
            return said.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

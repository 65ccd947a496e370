using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Chapar.Tests.Pages;

/// <summary>A connection whose every byte the test says.</summary>
sealed class Line(Uri site) : IDisposable
{
    public sealed record Answer(string Head, byte[] Body);

    readonly TcpClient client = new(site.Host, site.Port) { NoDelay = true, ReceiveBufferSize = 128 * 1024 };
    readonly List<byte> seen = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Line(Site site) : this(site.Http.BaseAddress!)
    {
    }

    public async Task SendAsync(string text) => await SendAsync(Encoding.ASCII.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, Stop);

    public async Task<Answer> AskAsync(string request)
    {
        await SendAsync(request);
        return await ReadAsync();
    }

    public async Task<Answer> ReadAsync(bool hasBody = true)
    {
        int end;
        while ((end = CollectionsMarshal.AsSpan(seen).IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync();
        var head = Encoding.Latin1.GetString([.. seen], 0, end);
        seen.RemoveRange(0, end + 4);
        var length = !hasBody ? 0 : head.Split("\r\n").Where(h => h.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(h => int.Parse(h[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
        while (seen.Count < length) await MoreAsync();
        var body = seen[..length].ToArray();
        seen.RemoveRange(0, length);
        return new Answer(head, body);
    }

    async Task MoreAsync()
    {
        var block = new byte[8192];
        var count = await client.GetStream().ReadAsync(block, Stop);
        Assert.True(count > 0, "the connection was closed");
        seen.AddRange(block.AsSpan(0, count));
    }

    /// <summary>Goes without a word, as a phone does that loses its net.</summary>
    public void Break() => client.Client.Close(0);

    public void Dispose() => client.Dispose();
}

using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The socket of an open story, as the editor's page speaks to it. Changes are bytes to the server, so they are bytes here.</summary>
sealed class Page : IDisposable
{
    readonly ClientWebSocket socket = new();
    uint numbers;

    /// <summary>Opens the socket; the status with which the server refuses, or null.</summary>
    public static async Task<(Page Page, HttpStatusCode Refused)> TryOpenAsync(Uri site, CookieContainer cookies, Guid story, string? origin = null, long through = 0)
    {
        var page = new Page();
        page.socket.Options.Cookies = cookies;
        page.socket.Options.CollectHttpResponseDetails = true;
        page.socket.Options.SetRequestHeader("Origin", origin ?? site.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(site) { Scheme = "ws", Path = $"/newsroom/stories/{story}/together", Query = $"through={through}" }.Uri;
        try
        {
            await page.socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            return (page, default);
        }
        catch (WebSocketException)
        {
            return (page, page.socket.HttpStatusCode);
        }
    }

    /// <summary>Opens it and reads all that it lacks.</summary>
    public static async Task<Page> OpenAsync(Site site, Staffer who, Guid story, long through = 0)
    {
        var (page, refused) = await TryOpenAsync(site.Http.BaseAddress!, who.Cookies, story, through: through);
        Assert.Equal(default, refused);
        await page.UntilAsync("people");
        return page;
    }

    /// <summary>All that came, oldest first: changes as "3: text", messages as their JSON.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Reads until a message of this kind, or a change with this text, has come.</summary>
    public async Task<string> UntilAsync(string what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var heard = await HearAsync(patience.Token) ?? throw new InvalidOperationException($"The socket was closed before '{what}' came:\n{string.Join('\n', Heard)}");
            Heard.Add(heard);
            if (heard.Contains($"\"kind\":\"{what}\"", StringComparison.Ordinal) || heard.EndsWith($": {what}", StringComparison.Ordinal)) return heard;
        }
    }

    /// <summary>Reads until it has been told something that contains this.</summary>
    public async Task ToldAsync(string part)
    {
        while (!Heard.Exists(line => line.Contains(part, StringComparison.Ordinal))) await UntilAsync("state");
    }

    /// <summary>Sends what was typed; waits until it is kept, or refused.</summary>
    public async Task<JsonElement> TypeAsync(string text)
    {
        await SendAsync(1, ++numbers, Encoding.UTF8.GetBytes(text));
        return await AnswerAsync();
    }

    /// <summary>Brings a state of the working copy in.</summary>
    public async Task<JsonElement> BringInAsync(Guid state, string text)
    {
        await SendAsync(3, ++numbers, [.. state.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)]);
        return await AnswerAsync();
    }

    public Task FoldAsync(uint through, string text) => SendAsync(4, through, Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte kind, uint number, byte[] body)
    {
        var frame = new byte[5 + body.Length];
        frame[0] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), number);
        body.CopyTo(frame, 5);
        return socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);
    }

    async Task<JsonElement> AnswerAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (await HearAsync(patience.Token) is { } heard)
        {
            Heard.Add(heard);
            if (heard[0] == '{' && JsonSerializer.Deserialize<JsonElement>(heard) is var message && message.GetProperty("kind").GetString() is "kept" or "refused" or "dismissed") return message;
        }
        throw new InvalidOperationException("The socket was closed before an answer came.");
    }

    async Task<string?> HearAsync(CancellationToken stop)
    {
        using var whole = new MemoryStream();
        var part = new byte[8_192];
        while (true)
        {
            var got = await socket.ReceiveAsync(part, stop);
            if (got.MessageType == WebSocketMessageType.Close) return null;
            whole.Write(part, 0, got.Count);
            if (!got.EndOfMessage) continue;
            var bytes = whole.ToArray();
            if (got.MessageType == WebSocketMessageType.Text) return Encoding.UTF8.GetString(bytes);
            var head = bytes[0] == 1 && bytes[5] == 1 ? 22 : bytes[0] == 1 ? 6 : 5;
            return $"{BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(1))}: {Encoding.UTF8.GetString(bytes.AsSpan(head))}";
        }
    }

    public void Dispose() => socket.Dispose();
}

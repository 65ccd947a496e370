using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Chapar.Staff;

namespace Chapar.Newsroom.Writing.Together;

/// <summary>What a browser sends: the first byte says which.</summary>
enum Sent : byte { Change = 1, Cursor = 2, State = 3, Folded = 4 }

/// <summary>One open page of a story: its socket, whose it is, and what is on its way to it.</summary>
sealed class Seat(WebSocket socket, int number, SignedIn who, TimeProvider clock)
{
    /// <summary>The longest message that is taken: a long story pasted whole is a tenth of it.</summary>
    const int LongestMessage = 4_000_000;

    /// <summary>Who falls so far behind is cut off, and catches up when it comes back.</summary>
    const int MostWaiting = 2_000;

    static readonly TimeSpan LongestParting = TimeSpan.FromSeconds(2);

    // Typing makes some fifteen messages a second, with cursors; a page that comes back sends what it held at once.
    const double MessagesEachSecond = 60, MessagesAtOnce = 600;
    const double BytesEachSecond = 500_000, BytesAtOnce = 8_000_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    readonly Channel<(WebSocketMessageType Type, byte[] Bytes)> outgoing = Channel.CreateBounded<(WebSocketMessageType, byte[])>(MostWaiting);
    double messages = MessagesAtOnce, bytes = BytesAtOnce;
    long countedAt = clock.GetTimestamp();

    /// <summary>Tells the seats of one story apart; given by the room, never used twice in it.</summary>
    public int Number => number;

    public Guid SessionId => who.Session.Id;

    /// <summary>As last looked up.</summary>
    public StaffMember Member { get; set; } = who.Member;

    /// <summary>As last looked up.</summary>
    public bool MayWrite { get; set; }

    /// <summary>What it was last told of the state; null before its welcome.</summary>
    public RoomState? Told { get; set; }

    /// <summary>Whether it has all that was there when it came, so that it is told what is new.</summary>
    public bool IsWelcome { get; set; }

    public void Send(object message) => Send(WebSocketMessageType.Text, JsonSerializer.SerializeToUtf8Bytes(message, Json));

    public void Send(byte[] frame) => Send(WebSocketMessageType.Binary, frame);

    void Send(WebSocketMessageType type, byte[] message)
    {
        if (!outgoing.Writer.TryWrite((type, message))) socket.Abort();
    }

    /// <summary>Says why, and lets it go.</summary>
    /// <param name="code">4401 signed out, 4403 not theirs, 4413 too long, 4429 too much at once.</param>
    public void Dismiss(int code, string reason)
    {
        Send(new { kind = "dismissed", code, reason });
        outgoing.Writer.TryComplete();
    }

    /// <summary>Sends what is waiting, until the seat is dismissed or its socket is gone.</summary>
    public async Task SpeakAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (type, message) in outgoing.Reader.ReadAllAsync(stop)) await socket.SendAsync(message, type, endOfMessage: true, stop);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone; the reader finds that too.
        }
    }

    /// <summary>
    /// Lets go of a page that was dismissed: what it had sent already is thrown away, since a socket that is closed with it unread takes the
    /// reason with it.
    /// </summary>
    public async Task PartAsync()
    {
        using var limit = new CancellationTokenSource(LongestParting, clock);
        while (socket.State == WebSocketState.CloseSent && await HearAsync(limit.Token, bounded: false) is not null) { }
    }

    /// <summary>The next message; null when there will be none.</summary>
    public async Task<byte[]?> HearAsync(CancellationToken stop, bool bounded = true)
    {
        using var whole = new MemoryStream();
        var part = new byte[16_384];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(part.AsMemory(), stop);
                if (got.MessageType == WebSocketMessageType.Close) return null;
                whole.Write(part, 0, got.Count);
                if (whole.Length > LongestMessage)
                {
                    Dismiss(4413, $"one message of more than {LongestMessage} bytes");
                    return null;
                }
                if (!got.EndOfMessage) continue;
                if (!bounded || IsWithinBounds((int)whole.Length)) return whole.ToArray();
                Dismiss(4429, "too much at once");
                return null;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    bool IsWithinBounds(int length)
    {
        var now = clock.GetTimestamp();
        var seconds = clock.GetElapsedTime(countedAt, now).TotalSeconds;
        countedAt = now;
        messages = Math.Min(MessagesAtOnce, messages + (seconds * MessagesEachSecond)) - 1;
        bytes = Math.Min(BytesAtOnce, bytes + (seconds * BytesEachSecond)) - length;
        return messages >= 0 && bytes >= 0;
    }

    /// <summary>A change as all seats get it: kind, number, whether it brought a state in and which, bytes.</summary>
    public static byte[] Frame(Articles.SharedChange change)
    {
        var head = change.State is null ? 6 : 22;
        var frame = new byte[head + change.Bytes.Length];
        frame[0] = (byte)Sent.Change;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), (uint)change.Sequence);
        frame[5] = change.State is null ? (byte)0 : (byte)1;
        change.State?.TryWriteBytes(frame.AsSpan(6), bigEndian: true, out _);
        change.Bytes.CopyTo(frame, head);
        return frame;
    }
}

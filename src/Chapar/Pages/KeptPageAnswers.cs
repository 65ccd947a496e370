using System.Buffers;
using System.Text;

namespace Chapar.Pages;

/// <summary>Answers plain questions for kept pages from the bytes of a connection, with the very headers that the last answer of the program had.</summary>
public sealed class KeptPageAnswers(PageStore store, Tidings tidings, ReadCounter reads, TimeProvider clock)
{
    static readonly byte[] DateName = "\r\nDate: "u8.ToArray();

    sealed record Second(long Ticks, byte[] Line);

    Second second = new(0, []);
    long given;

    public TimeProvider Clock => clock;

    /// <summary>How many answers were given so.</summary>
    public long Given => Interlocked.Read(ref given);

    /// <summary>Writes the answer, not yet flushed, if this head asks for nothing but a page that is kept and true now.</summary>
    internal bool TryAnswer(ReadOnlySpan<byte> head, IBufferWriter<byte> to)
    {
        if (!tidings.IsSure || !RequestHead.TryRead(head, out var asked)) return false;
        Span<char> address = stackalloc char[asked.Address.Length];
        Encoding.ASCII.GetChars(asked.Address, address);
        if (store.Find(address) is not { } page) return false;
        Span<char> accepted = stackalloc char[asked.AcceptEncoding.Length];
        Encoding.ASCII.GetChars(asked.AcceptEncoding, accepted);
        // What has to be compressed first is the program's: nothing here takes time.
        if (PageDelivery.Choose(accepted, page, isMade: true) is not { Head: { } begin } encoded) return false;
        if (page.ArticleId is { } article)
        {
            Span<char> agent = stackalloc char[asked.UserAgent.Length];
            Encoding.ASCII.GetChars(asked.UserAgent, agent);
            reads.Count(article, agent, CameFrom.Article(store, asked.Host, asked.Referer));
        }
        Interlocked.Increment(ref given);
        // In one piece: the system sends one block faster than three.
        var date = DateLine();
        var length = begin.Length + date.Length + encoded.Bytes.Length;
        var answer = to.GetSpan(length);
        begin.CopyTo(answer);
        date.CopyTo(answer[begin.Length..]);
        encoded.Bytes.CopyTo(answer[(begin.Length + date.Length)..]);
        to.Advance(length);
        return true;
    }

    /// <summary>"Date: ..." and the blank line: the same for a whole second.</summary>
    ReadOnlySpan<byte> DateLine()
    {
        var now = Clock.GetUtcNow();
        var ticks = now.Ticks / TimeSpan.TicksPerSecond;
        var line = second;
        if (line.Ticks != ticks)
            second = line = new(ticks, [.. DateName, .. Encoding.ASCII.GetBytes(now.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), .. "\r\n\r\n"u8]);
        return line.Line;
    }

    /// <summary>Status line and headers of an answer that was just made, without its date; null when it cannot serve another reader.</summary>
    internal static byte[]? HeadOf(HttpResponse response)
    {
        StringBuilder head = new("HTTP/1.1 200 OK");
        foreach (var (name, values) in response.Headers)
            foreach (var value in values)
            {
                if (value is null || !Ascii.IsValid(value)) return null;
                head.Append("\r\n").Append(name).Append(": ").Append(value);
            }
        return Encoding.ASCII.GetBytes(head.ToString());
    }
}

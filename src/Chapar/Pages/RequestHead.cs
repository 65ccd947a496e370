using System.Buffers;
using System.Text;

namespace Chapar.Pages;

/// <summary>The head of a plain question for a page, read from the bytes of a connection: GET, HTTP/1.1, and only headers that cannot make another
/// answer than the kept page. Whatever else a reader sends is for the program as a whole to judge.</summary>
readonly ref struct RequestHead
{
    /// <summary>Longer heads are not read here.</summary>
    public const int Longest = 4096;

    static ReadOnlySpan<byte> Get => "GET "u8;

    static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    static readonly SearchValues<byte> AddressBytes = SearchValues.Create("/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~?=&+"u8);
    static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:[]"u8);

    /// <summary>Path and query as sent; without escapes, so that they are the address under which a page is kept.</summary>
    public ReadOnlySpan<byte> Address { get; private init; }

    public ReadOnlySpan<byte> AcceptEncoding { get; private init; }

    public ReadOnlySpan<byte> UserAgent { get; private init; }

    public ReadOnlySpan<byte> Host { get; private init; }

    public ReadOnlySpan<byte> Referer { get; private init; }

    /// <summary>How many bytes the first head of these has with its last line; -1 when it does not end in them.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes) => bytes.IndexOf(End) is >= 0 and var at ? at + End.Length : -1;

    /// <summary>
    /// Whether these bytes, of which the first begin a request, are the beginning of a head whose rest is still to come: of a question, in lines that end as
    /// they should. What ends otherwise may be whole for the server, which does not wait then.
    /// </summary>
    public static bool IsCut(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Length >= Longest || LengthOf(bytes) >= 0 || !(bytes.StartsWith(Get) || Get.StartsWith(bytes))) return false;
        for (int at; (at = bytes.IndexOfAny((byte)'\r', (byte)'\n')) >= 0; bytes = bytes[(at + 2)..])
        {
            if (bytes[at] == '\n') return false;
            if (at + 1 == bytes.Length) break;
            if (bytes[at + 1] != '\n') return false;
        }
        return true;
    }

    /// <summary>Whether a head is of a request that nothing follows but the next request: the bytes behind a body may look like one.</summary>
    public static bool IsAlone(ReadOnlySpan<byte> head)
    {
        if (!(head.StartsWith("GET "u8) || head.StartsWith("HEAD "u8)) || !head[..head.IndexOf("\r\n"u8)].EndsWith(" HTTP/1.1"u8)) return false;
        for (var rest = head; !rest.StartsWith("\r\n"u8);)
        {
            var line = rest[..rest.IndexOf("\r\n"u8)];
            // A bare line feed is the end of a line for some, and what follows it a header that was not looked at.
            if (line.ContainsAny((byte)'\n', (byte)'\r') || Begins(line, "content-length"u8) || Begins(line, "transfer-encoding"u8) || Begins(line, "upgrade"u8) || Begins(line, "expect"u8)) return false;
            rest = rest[(line.Length + 2)..];
        }
        return true;

        static bool Begins(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
            line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) && line[name.Length] is not (byte)'-';
    }

    /// <param name="head">One whole head.</param>
    /// <param name="plain">What it asks.</param>
    public static bool TryRead(ReadOnlySpan<byte> head, out RequestHead plain)
    {
        plain = default;
        var line = head[..head.IndexOf("\r\n"u8)];
        if (!line.StartsWith("GET /"u8) || !line.EndsWith(" HTTP/1.1"u8)) return false;
        var address = line[4..^9];
        if (address.ContainsAnyExcept(AddressBytes)) return false;
        ReadOnlySpan<byte> encoding = [], agent = [], host = [], referer = [];
        var hosts = 0;
        for (var rest = head[(line.Length + 2)..]; !rest.StartsWith("\r\n"u8);)
        {
            var header = rest[..rest.IndexOf("\r\n"u8)];
            rest = rest[(header.Length + 2)..];
            var colon = header.IndexOf((byte)':');
            if (colon <= 0 || header.ContainsAnyExceptInRange((byte)' ', (byte)'~')) return false;
            var name = header[..colon];
            var value = header[(colon + 1)..].Trim(" \t"u8);
            switch (WhatIs(name))
            {
                case Header.Host:
                    if (++hosts > 1 || value.IsEmpty || value.ContainsAnyExcept(HostBytes)) return false;
                    host = value;
                    break;
                case Header.Referer:
                    referer = value;
                    break;
                case Header.AcceptEncoding:
                    if (!encoding.IsEmpty) return false;
                    encoding = value;
                    break;
                case Header.UserAgent:
                    agent = value;
                    break;
                case Header.Connection:
                    if (!Ascii.EqualsIgnoreCase(value, "keep-alive"u8)) return false;
                    break;
                case Header.Unknown:
                    return false;
            }
        }
        if (hosts == 0) return false;
        plain = new RequestHead { Address = address, AcceptEncoding = encoding, UserAgent = agent, Host = host, Referer = referer };
        return true;
    }

    enum Header { Unknown, Harmless, Host, AcceptEncoding, UserAgent, Referer, Connection }

    /// <summary>Those that browsers, feed readers and proxies send with every question for a page, and that no answer of ours to readers depends on.</summary>
    static Header WhatIs(ReadOnlySpan<byte> name)
    {
        Span<byte> lower = stackalloc byte[32];
        if (name.Length > lower.Length) return Header.Unknown;
        for (var i = 0; i < name.Length; i++) lower[i] = name[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(name[i] | 0x20) : name[i];
        lower = lower[..name.Length];
        return name.Length switch
        {
            4 when lower.SequenceEqual("host"u8) => Header.Host,
            15 when lower.SequenceEqual("accept-encoding"u8) => Header.AcceptEncoding,
            10 when lower.SequenceEqual("user-agent"u8) => Header.UserAgent,
            10 when lower.SequenceEqual("connection"u8) => Header.Connection,
            7 when lower.SequenceEqual("referer"u8) => Header.Referer,
            _ when lower.SequenceEqual("accept"u8) || lower.SequenceEqual("accept-language"u8)
                || lower.SequenceEqual("cache-control"u8) || lower.SequenceEqual("pragma"u8) || lower.SequenceEqual("dnt"u8) || lower.SequenceEqual("priority"u8)
                || lower.SequenceEqual("upgrade-insecure-requests"u8) || lower.StartsWith("sec-fetch-"u8) || lower.StartsWith("sec-ch-ua"u8) || lower.SequenceEqual("sec-gpc"u8)
                || lower.StartsWith("x-forwarded-"u8) || lower.SequenceEqual("x-real-ip"u8) || lower.SequenceEqual("via"u8) => Header.Harmless,
            _ => Header.Unknown,
        };
    }
}

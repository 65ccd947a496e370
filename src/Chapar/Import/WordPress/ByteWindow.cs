namespace Chapar.Import.WordPress;

/// <summary>The part of a stream that is being looked at. Indexes hold until <see cref="Discard"/>; the buffer grows as needed.</summary>
sealed class ByteWindow(Stream stream)
{
    byte[] buffer = new byte[256 << 10];
    int length;
    bool isAtEnd;
    long discarded;
    int countedTo, countedLine = 1, lineStart;

    /// <summary>Number of bytes in the window; the end of the file once nothing more comes.</summary>
    public int Length => length;

    /// <summary>Nothing more comes.</summary>
    public bool IsAtEnd => isAtEnd;

    public long OffsetOf(int index) => discarded + index;

    public ReadOnlySpan<byte> Span(int from, int to) => buffer.AsSpan(from, to - from);

    /// <summary>Index of the next <paramref name="needle"/> at or after <paramref name="from"/>, or -1 if there is none within <paramref name="reach"/> bytes.</summary>
    public int Find(ReadOnlySpan<byte> needle, int from, int reach)
    {
        int searched = from;
        while (true)
        {
            int found = length > searched ? buffer.AsSpan(searched, length - searched).IndexOf(needle) : -1;
            if (found >= 0)
                return searched + found;
            searched = Math.Max(from, length - needle.Length + 1);
            if (length - from > reach || !Fill())
                return -1;
        }
    }

    public bool StartsWith(int at, ReadOnlySpan<byte> text)
    {
        while (length - at < text.Length)
            if (!Fill())
                return false;
        return buffer.AsSpan(at, text.Length).SequenceEqual(text);
    }

    /// <summary>Index past the <c>></c> that ends the tag whose name starts at <paramref name="at"/>; -1 when this is no tag.</summary>
    public int FindTagEnd(int at)
    {
        int quote = 0;
        for (int i = at; i - at < 64 << 10; i++)
        {
            if (i >= length && !Fill())
                return -1;
            byte b = buffer[i];
            if (quote != 0)
                quote = b == quote ? 0 : quote;
            else if (b is (byte)'"' or (byte)'\'')
                quote = b;
            else if (b == (byte)'>')
                return i + 1;
            else if (b == (byte)'<')
                return -1;
        }
        return -1;
    }

    public int LineAt(int index)
    {
        Count(index);
        return countedLine;
    }

    /// <summary>Bytes from the start of the line, from 1.</summary>
    public int ColumnAt(int index)
    {
        Count(index);
        return index - lineStart + 1;
    }

    void Count(int index)
    {
        if (index <= countedTo)
            return;
        ReadOnlySpan<byte> part = buffer.AsSpan(countedTo, index - countedTo);
        countedLine += part.Count((byte)'\n');
        if (part.LastIndexOf((byte)'\n') is int last and >= 0)
            lineStart = countedTo + last + 1;
        countedTo = index;
    }

    /// <summary>Lets go of everything before <paramref name="upTo"/> when that is worth the copying, and answers its new index.</summary>
    public int Discard(int upTo, bool now = false)
    {
        if (!now && upTo < buffer.Length / 2)
            return upTo;
        Count(upTo);
        buffer.AsSpan(upTo, length - upTo).CopyTo(buffer);
        length -= upTo;
        discarded += upTo;
        lineStart -= upTo;
        countedTo -= upTo;
        return 0;
    }

    bool Fill()
    {
        if (isAtEnd)
            return false;
        if (length == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        int read = stream.Read(buffer, length, buffer.Length - length);
        length += read;
        isAtEnd = read == 0;
        return read > 0;
    }
}

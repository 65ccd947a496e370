namespace Chapar.Media;

/// <summary>Finds where an image ends in its file, by the lengths that it says itself: what stands behind is none of it.</summary>
readonly struct ImageEnd
{
    readonly FileStream content;

    ImageEnd(FileStream content) => this.content = content;

    /// <returns>Null where it does not end, or is put together in a way that is not known here.</returns>
    public static long? Of(FileStream content, PictureKind kind)
    {
        var image = new ImageEnd(content);
        var end = kind.Ending switch
        {
            "jpg" => image.OfJpeg(),
            "png" => image.OfPng(),
            "gif" => image.OfGif(),
            "webp" => image.OfWebp(),
            "avif" => image.OfBoxes(),
            _ => null,
        };
        return end <= content.Length ? end : null;
    }

    /// <summary>ITU T.81, annex B: markers, of which most have a length; between them, behind the start of a scan, the picture itself.</summary>
    long? OfJpeg()
    {
        content.Position = 2;
        while (Marker() is { } marker)
        {
            if (marker == 0xD9) return content.Position;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) continue;
            if (Number(2) is not (>= 2 and var length)) return null;
            content.Position += length - 2;
        }
        return null;
    }

    /// <summary>The next one: 255 and a byte that is neither 0, which stands for a 255 of the picture, nor another 255, which fills.</summary>
    int? Marker()
    {
        while (true)
        {
            int next;
            while ((next = content.ReadByte()) != 0xFF)
                if (next < 0) return null;
            while ((next = content.ReadByte()) == 0xFF) { }
            if (next < 0) return null;
            if (next > 0) return next;
        }
    }

    /// <summary>ISO 15948, 5.3: length, name, content, check; the last is called IEND.</summary>
    long? OfPng()
    {
        const long Last = 0x49454E44;
        content.Position = 8;
        while (Number(4) is { } length && Number(4) is { } name)
        {
            content.Position += length + 4;
            if (name == Last) return content.Position;
        }
        return null;
    }

    /// <summary>GIF89a, appendix A: colours, then pictures and extensions in blocks of up to 255 bytes, then a semicolon.</summary>
    long? OfGif()
    {
        content.Position = 10;
        content.Position = 13 + Colours(content.ReadByte());
        while (true)
        {
            switch (content.ReadByte())
            {
                case ';':
                    return content.Position;
                case '!':
                    content.Position++;
                    PassBlocks();
                    break;
                case ',':
                    content.Position += 8;
                    var colours = Colours(content.ReadByte());
                    content.Position += colours + 1;
                    PassBlocks();
                    break;
                case 0:
                    break;
                default:
                    return null;
            }
        }
    }

    static int Colours(int flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    void PassBlocks()
    {
        while (content.ReadByte() is > 0 and var length) content.Position += length;
    }

    /// <summary>RIFF: a length, and a byte more where that is odd.</summary>
    long? OfWebp()
    {
        content.Position = 4;
        return Number(4) is { } turned ? 8 + Turned(turned) + (Turned(turned) & 1) : null;

        static long Turned(long number) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((uint)number);
    }

    /// <summary>ISO 14496-12: boxes with length and name, up to what is none.</summary>
    long? OfBoxes()
    {
        long at = 0;
        while (true)
        {
            content.Position = at;
            if (Number(4) is not { } length || Number(4) is not { } name || !IsName(name)) return at;
            // The last one may reach to the end of the file.
            if (length == 0) return content.Length;
            if (length == 1 && (Number(4) is not 0 || Number(4) is not { } large || (length = large) < 16)) return at;
            if (length < 8) return at;
            // Cut short.
            if (length > content.Length - at) return null;
            at += length;
        }
    }

    /// <summary>Four letters or figures, as all boxes have that are found in images: signs of other files have other signs too.</summary>
    static bool IsName(long name)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
            if (!char.IsAsciiLetterOrDigit((char)(name >> shift & 0xFF))) return false;
        return true;
    }

    /// <summary>The most significant byte first; null where the file ends.</summary>
    long? Number(int bytes)
    {
        long number = 0;
        for (int i = 0; i < bytes; i++)
        {
            if (content.ReadByte() is not (>= 0 and var next)) return null;
            number = number << 8 | (uint)next;
        }
        return number;
    }
}

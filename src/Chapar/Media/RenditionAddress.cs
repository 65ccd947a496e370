using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.Media;

/// <summary>The address of a rendition, taken apart; <see cref="Renditions.Address"/> writes it.</summary>
/// <param name="Key">The picture's key.</param>
/// <param name="Focus">The focal point in two hex digits.</param>
/// <param name="Width">Pixels; whether the picture has it is another question.</param>
/// <param name="Type">"avif", "webp" or "jpg".</param>
public sealed partial record RenditionAddress(string Key, string Focus, Shape Shape, int Width, string Type)
{
    public string FileName => $"{Renditions.Letter(Shape)}{Width}.{Type}";

    public string ContentType => Type == "jpg" ? "image/jpeg" : $"image/{Type}";

    /// <summary>Reads "/media/{key}-{focus}/{shape}{width}.{type}"; false for anything else under "/media".</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out RenditionAddress? address)
    {
        address = null;
        if (Pattern().Match(path) is not { Success: true } match) return false;
        var shape = match.Groups["shape"].Value switch { "c" => Shape.Card, "s" => Shape.Social, _ => Shape.Whole };
        var width = int.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture);
        address = new(match.Groups["key"].Value, match.Groups["focus"].Value, shape, width, match.Groups["type"].Value);
        return true;
    }

    [GeneratedRegex("^/media/(?<key>[0-9a-f]{12})-(?<focus>[0-9a-f]{2})/(?<shape>[wcs])(?<width>[1-9][0-9]{0,4})\\.(?<type>avif|webp|jpg)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

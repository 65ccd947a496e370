using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Chapar.Text;
using NetVips;

namespace Chapar.Settings;

/// <summary>The publication's own logo, with the size that keeps its place free until it is there.</summary>
/// <param name="Path">Its address: "/logo.svg" or "/logo.png".</param>
/// <param name="Width">Pixels, or units of the SVG.</param>
public sealed record Logo(string Path, string ContentType, byte[] Bytes, int Width, int Height)
{
    /// <param name="dataFolder">Where it lies, as a full path.</param>
    /// <param name="name">The setting publication:logo.</param>
    /// <exception cref="SettingsException">It is not there, not in the data folder, or neither SVG nor PNG.</exception>
    public static Logo Read(string dataFolder, string name)
    {
        var file = System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, name));
        if (!file.StartsWith(dataFolder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw Wrong("settings.logo-what");
        if (!File.Exists(file)) throw Wrong("settings.logo-none", file);
        var bytes = File.ReadAllBytes(file);
        try
        {
            switch (System.IO.Path.GetExtension(file).ToLowerInvariant())
            {
                case ".svg":
                    var (width, height) = SizeOfSvg(XDocument.Load(file).Root!);
                    return new("/logo.svg", "image/svg+xml", bytes, width, height);
                case ".png":
                    using (var image = Image.NewFromBuffer(bytes)) return new("/logo.png", "image/png", bytes, image.Width, image.Height);
                default:
                    throw Wrong("settings.logo-what");
            }
        }
        catch (Exception e) when (e is XmlException or FormatException or VipsException)
        {
            // What the image library says is its own jargon.
            throw Wrong("settings.logo-unreadable", e is VipsException ? new Sentence("settings.logo-damaged") : e.Message.Trim());
        }

        SettingsException Wrong(string key, object? part = null) => new(new Sentence(key, name, part ?? ""));
    }

    static (int Width, int Height) SizeOfSvg(XElement svg)
    {
        var box = svg.Attribute("viewBox")?.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            ?? ["0", "0", svg.Attribute("width")?.Value ?? "", svg.Attribute("height")?.Value ?? ""];
        if (box.Length != 4) throw new FormatException("its viewBox has not four numbers");
        return (Units(box[2]), Units(box[3]));
    }

    static int Units(string number) => Math.Max(1, (int)Math.Round(double.Parse(number.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
}

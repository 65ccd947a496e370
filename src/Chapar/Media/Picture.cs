using Chapar.Events;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>An original image with its rights and words; what readers get are renditions made from it.</summary>
public sealed partial class Picture : NewsSubject
{
    Picture() { }

    /// <param name="digest">SHA-256 of the original bytes, lower-case hex; two uploads of one file are one original.</param>
    /// <param name="fileName">The name it was uploaded under.</param>
    /// <param name="contentType">Found from the content, never from the name.</param>
    /// <param name="width">Pixels, after the orientation in the file is applied; at least 1.</param>
    /// <param name="height">Pixels, after the orientation in the file is applied; at least 1.</param>
    /// <param name="bytes">Length of the original file.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="by">Who brought it in.</param>
    /// <param name="likeness">See <see cref="Likeness"/>.</param>
    public Picture(string digest, string fileName, string contentType, int width, int height, long bytes, DateTime now, string by = Nobody, long? likeness = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Id = Guid.CreateVersion7();
        Digest = digest;
        Key = $"{digest[..8]}{Id.ToString("N")[^4..]}";
        FileName = fileName;
        ContentType = contentType;
        Width = width;
        Height = height;
        Bytes = bytes;
        AddedAt = now;
        Likeness = likeness;
        FoldWords();
        Record(new NewsEvent(NewsEvents.PictureAdded, Id, now, by));
    }

    /// <summary>Who brings in what no one of the house does: a picture of an import or of the samples.</summary>
    public const string Nobody = "upload";

    public Guid Id { get; private set; }

    /// <summary>Its short name in addresses; unique.</summary>
    public string Key { get; private set; } = "";

    public string Digest { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public long Bytes { get; private set; }
    public DateTime AddedAt { get; private set; }

    /// <summary>Who is to be named beside it: "Photo: Aigul Sadyk / The Steppe Courier".</summary>
    public string Credit { get; private set; } = "";

    public string Licence { get; private set; } = "";

    /// <summary>Where it came from: an agency, an address, "own archive". For the house only.</summary>
    public string Source { get; private set; } = "";

    public LocalText Caption { get; private set; } = LocalText.Empty;
    public LocalText AlternativeText { get; private set; } = LocalText.Empty;

    /// <summary>True when it says nothing that the text does not: its alternative text is then empty on purpose.</summary>
    public bool Decorative { get; private set; }

    /// <summary>The point that every crop keeps, as parts of width and height from the top left, 0 to 1.</summary>
    public double FocalX { get; private set; } = 0.5;

    /// <summary>See <see cref="FocalX"/>.</summary>
    public double FocalY { get; private set; } = 0.5;

    public void GiveCredit(string credit, string licence = "")
    {
        Credit = Typography.Tidy(credit);
        Licence = Typography.Tidy(licence);
        FoldWords();
    }

    public void Describe(LocalText alternativeText, LocalText caption)
    {
        AlternativeText = alternativeText;
        Caption = caption;
        Decorative = false;
        FoldWords();
    }

    public void MarkDecorative() => Decorative = true;

    /// <exception cref="ArgumentOutOfRangeException">A part is outside 0 to 1.</exception>
    public void Focus(double x, double y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(y, 1);
        FocalX = x;
        FocalY = y;
    }
}

namespace Chapar.Articles.Body;

/// <summary>A body that cannot be read, and where.</summary>
public sealed class BodyException(string path, string reason, Exception? inner = null)
    : FormatException(path.Length == 0 ? reason : $"{path}: {reason}", inner)
{
    /// <summary>The place in the JSON, such as <c>content[2].attrs.level</c>; empty for the document itself.</summary>
    public string Path { get; } = path;

    /// <summary>The same error seen from one level further out. The path is put together on the way out, so that a body without fault pays nothing for it.</summary>
    internal BodyException Inside(string place) => new(Path.Length == 0 ? place : $"{place}.{Path}", reason, InnerException);
}

namespace Chapar.Database;

/// <summary>What became of one item of another system: what makes a second import of the same file change nothing.</summary>
public sealed class ImportedItem
{
    ImportedItem() { }

    public ImportedItem(string source, string kind, string sourceId, Guid entityId)
    {
        Source = source;
        Kind = kind;
        SourceId = sourceId;
        EntityId = entityId;
    }

    /// <summary>System and site: "wordpress:https://example.org".</summary>
    public string Source { get; private set; } = "";

    /// <summary>"post", "attachment", "author", "category" ...</summary>
    public string Kind { get; private set; } = "";

    public string SourceId { get; private set; } = "";
    public Guid EntityId { get; private set; }

    /// <summary>SHA-256 of what was imported, hex: an item that has not changed since is left alone.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The original text, compressed (Brotli), to convert it anew when the converter gets better.</summary>
    public byte[]? Original { get; private set; }

    public void Took(string digest, byte[]? original)
    {
        Digest = digest;
        Original = original;
    }
}

/// <summary>How far an import of one file has got.</summary>
public sealed class ImportCheckpoint
{
    ImportCheckpoint() { }

    public ImportCheckpoint(string file) => File = file;

    /// <summary>Name, length and digest of the first bytes: the same file again.</summary>
    public string File { get; private set; } = "";

    /// <summary>Bytes of the file that are done, with all that came of them stored.</summary>
    public long Offset { get; private set; }

    public bool IsFinished { get; private set; }

    public void Reached(long offset, bool finished)
    {
        Offset = offset;
        IsFinished = finished;
    }
}

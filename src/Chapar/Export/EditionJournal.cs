using System.Text;

namespace Chapar.Export;

/// <summary>
/// Stands beside the data while a run writes to a folder: keeps others from it, and has the name of each file before the file is written. Who
/// comes after a run that was cut off knows by it what that one wrote, and takes no file of somebody else's for one of ours.
/// </summary>
sealed class EditionJournal : IDisposable
{
    readonly FileStream stream;

    EditionJournal(FileStream stream) => this.stream = stream;

    /// <summary>Files that a run was about to write which was cut off; empty when none was.</summary>
    public IReadOnlySet<string> Left { get; private init; } = new HashSet<string>();

    /// <param name="file">The journal.</param>
    /// <param name="folder">What is written to, for the message.</param>
    /// <exception cref="IOException">Another run is writing.</exception>
    public static EditionJournal Begin(string file, string folder)
    {
        FileStream stream;
        try
        {
            // Without a buffer: a name is with the system before its file is, however the run ends.
            stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
        }
        catch (IOException e)
        {
            throw new IOException($"Another export is writing to {folder}: wait until it is done.", e);
        }
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        // A name that was cut off itself stands for no file: the next one must not be joined to it.
        var whole = bytes.AsSpan(0, bytes.AsSpan().LastIndexOf((byte)'\n') + 1);
        stream.SetLength(whole.Length);
        stream.Position = whole.Length;
        return new(stream) { Left = Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) };
    }

    /// <summary>Says that a file is going to be written.</summary>
    /// <param name="path">From the edition's folder.</param>
    public void Name(string path)
    {
        var line = Encoding.UTF8.GetBytes(path + "\n");
        lock (stream) stream.Write(line);
    }

    /// <summary>All is written, and the list names it.</summary>
    public void End() => stream.SetLength(0);

    public void Dispose() => stream.Dispose();
}

namespace Chapar.Export.Mirrors;

/// <summary>Where a mirror's files stand: a folder, a bucket. A name has "/" between its parts.</summary>
public interface IShelf
{
    /// <summary>How messages call it.</summary>
    string Place { get; }

    /// <summary>The file; null when there is none.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken stop);

    /// <summary>Whether nothing at all stands there yet.</summary>
    Task<bool> IsEmptyAsync(CancellationToken stop);

    /// <summary>Whether a file that was once put there may still be taken for there.</summary>
    bool Stands(string name, long length);

    /// <summary>Puts a file there; readers see the old or the new one, never a part.</summary>
    Task PutAsync(string name, string file, CancellationToken stop);

    /// <summary>Removes a file; nothing happens when there is none.</summary>
    Task RemoveAsync(string name, CancellationToken stop);
}

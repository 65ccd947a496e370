using Chapar.Settings;

namespace Chapar.Export.Mirrors;

/// <summary>A mirror in a folder: the root of a file server, a stick, a share.</summary>
public sealed class FolderShelf(string folder) : IShelf
{
    public string Place => folder;

    public async Task<byte[]?> ReadAsync(string name, CancellationToken stop) => File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), stop) : null;

    public Task<bool> IsEmptyAsync(CancellationToken stop) => Task.FromResult(!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    public bool Stands(string name, long length) => new FileInfo(PathOf(name)) is { Exists: true } there && there.Length == length;

    public async Task PutAsync(string name, string file, CancellationToken stop)
    {
        await using var from = File.OpenRead(file);
        await WholeFile.WriteAsync(PathOf(name), to => from.CopyToAsync(to, stop));
    }

    public Task RemoveAsync(string name, CancellationToken stop)
    {
        EditionPath.Remove(folder, name);
        return Task.CompletedTask;
    }

    string PathOf(string name) => Path.Combine(folder, name);
}

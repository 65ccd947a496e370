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
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var from = File.OpenRead(file))
        await using (var to = File.Create(path + ".new"))
            await from.CopyToAsync(to, stop);
        File.Move(path + ".new", path, overwrite: true);
    }

    public Task RemoveAsync(string name, CancellationToken stop)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) return Task.CompletedTask;
        File.Delete(path);
        for (var parent = Path.GetDirectoryName(path)!; parent.Length > folder.Length && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent)!) Directory.Delete(parent);
        return Task.CompletedTask;
    }

    string PathOf(string name) => Path.Combine(folder, name);
}

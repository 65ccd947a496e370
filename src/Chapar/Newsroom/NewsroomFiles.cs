using System.Reflection;
using Chapar.Pages;

namespace Chapar.Newsroom;

/// <summary>
/// Styles and scripts of the newsroom: every resource "Chapar.Newsroom.Files.NAME" of the program, packed once, under an
/// address that carries its hash, so that browsers keep it for ever and a change is seen at once.
/// </summary>
public sealed class NewsroomFiles
{
    const string Prefix = "Chapar.Newsroom.Files.";

    readonly Dictionary<string, PackedFile> files;

    public NewsroomFiles()
    {
        var program = Assembly.GetExecutingAssembly();
        files = program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = program.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = name[Prefix.Length..];
            return new PackedFile($"newsroom/files/{Path.GetFileNameWithoutExtension(file)}", Path.GetExtension(file)[1..], bytes);
        });
    }

    /// <summary>The address of a file: of "newsroom.css", "/newsroom/files/newsroom.0123456789ab.css".</summary>
    public string this[string name] => files[name].Path;

    /// <summary>Whether the program carries this file: the editor is left out where it was built without node.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>Open to all: the sign-in page needs them, and they hold nothing of the publication.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in files.Values) app.MapMethods(file.Path, [HttpMethods.Get, HttpMethods.Head], file.Answer).AllowAnonymous();
    }
}

using System.Security.Cryptography;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Import.WordPress;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Import;

/// <summary>A site that exports are taken into, and a folder for their files.</summary>
sealed class ImportSite : IAsyncDisposable
{
    ImportSite(Site site) => Site = site;

    public Site Site { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ImportSite> StartAsync(IEnumerable<KeyValuePair<string, string?>>? settings = null) => new(await Site.StartAsync(settings));

    public string Write(string name, string content)
    {
        string path = Path.Combine(Site.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A file that stands for a picture: its content is its name.</summary>
    public string WritePicture(string name) => Write(Path.Combine("uploads", name), "picture " + name);

    /// <summary>A file of the old site that is no picture.</summary>
    public string WriteUpload(string name, string content) => Write(Path.Combine("uploads", name), content);

    public string Uploads => Path.Combine(Site.Folder, "uploads");

    public Task<ImportReport> RunAsync(params string[] files) => RunAsync(new WordPressImportOptions { Files = files });

    public Task<ImportReport> RunAsync(WordPressImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken? stop = null) => Site.ChangeAsync(db =>
        WordPressImport.RunAsync(db, options with { Languages = ["en", "ru"], AddPicture = AddPictureAsync, AddFile = Site.Services.GetRequiredService<Downloads>().TakeInAsync }, Site.Clock, progress, stop ?? Stop));

    /// <summary>Imports a text as the file "site.xml".</summary>
    public Task<ImportReport> TakeAsync(params string[] parts) => RunAsync(Write("site.xml", WxrText.File(parts)));

    public Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question) => Site.ChangeAsync(question);

    public Task<Article> ArticleAsync(string headline) => AskAsync(db => db.Articles.AsSplitQuery()
        .Include(a => a.Section).Include(a => a.Places).Include(a => a.Topics).Include(a => a.Lead).Include(a => a.Bylines).ThenInclude(b => b.Author)
        .SingleAsync(a => a.Headline == headline, Stop));

    public Task<string?> RedirectAsync(string from) => AskAsync(db => db.Redirects.Where(r => r.From == from).Select(r => r.To).SingleOrDefaultAsync(Stop));

    static async Task<Picture?> AddPictureAsync(NewsDb db, string file, CancellationToken stop)
    {
        if (file.EndsWith(".svg", StringComparison.Ordinal))
            throw new InvalidDataException("no image");
        string digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, stop)));
        Picture? same = await db.Pictures.FirstOrDefaultAsync(p => p.Digest == digest, stop);
        if (same is not null)
            return same;
        Picture picture = new(digest, Path.GetFileName(file), "image/jpeg", 1200, 800, 1000, DateTime.UtcNow);
        db.Pictures.Add(picture);
        return picture;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

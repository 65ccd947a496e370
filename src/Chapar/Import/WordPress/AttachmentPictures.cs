using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chapar.Database;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chapar.Import.WordPress;

/// <summary>
/// The old site's image files as pictures here, found by attachment or by address. Attachments are remembered with their words,
/// so that an article of another file, imported earlier or later, finds them.
/// </summary>
sealed partial class AttachmentPictures(NewsDb db, string source, Survey survey, string language, WordPressImportOptions options, ImportReport report, OldRedirects redirects, HeapWatch heap)
{
    readonly MediaFolder folder = new(options.MediaFolder);
    readonly Dictionary<string, Guid> byKey = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Picture> byFile = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, Picture> pictures = [];
    readonly HashSet<string> without = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>What earlier runs took in, by id: its digest.</summary>
    Dictionary<string, string> attachments = [];
    int unsaved;

    /// <summary>Pictures that this run has taken in.</summary>
    public int Added { get; private set; }

    /// <summary>Attachments this run has learned of or learned better: articles of earlier runs may have waited for them.</summary>
    public int Learned { get; private set; }

    /// <summary>Whether an article that waited for pictures could have one now.</summary>
    public bool MayBringMore => Learned > 0 || !folder.IsEmpty;

    /// <summary>The picture of an attachment ("wp:12") or of an address; null when there is no file of it.</summary>
    public Guid? Find(string key) =>
        byKey.TryGetValue(key.StartsWith("wp:", StringComparison.Ordinal) ? key : Plain(key), out Guid found) ? found : null;

    /// <summary>A picture that was found.</summary>
    public Picture? Get(Guid id) => pictures.GetValueOrDefault(id);

    /// <summary>Whether the media folder has a file for an address: what a dry run can say, which takes none in.</summary>
    public bool HasFile(string address) => folder.Find(address) is not null;

    /// <summary>Sizes, schemes and edits of one picture have one address.</summary>
    static string Plain(string address)
    {
        string original = MediaFolder.Original(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address);
        return original.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + original[7..] : original;
    }

    /// <summary>Reads what earlier runs know, then takes in all attachments of this one.</summary>
    public async Task PrepareAsync(CancellationToken stop)
    {
        attachments = [];
        await foreach (var item in db.ImportedItems.Where(item => item.Source == source && item.Kind == "attachment").Select(item => new { item.SourceId, item.Digest, item.Original }).AsAsyncEnumerable().WithCancellation(stop))
        {
            attachments[item.SourceId] = item.Digest;
            if (item.Original is not null && JsonSerializer.Deserialize<WordPressAttachment>(Packed.Open(item.Original)) is { } attachment)
                survey.AddAttachment(attachment);
        }
        Dictionary<string, Guid> known = await db.ImportedItems.Where(item => item.Source == source && item.Kind == "picture").ToDictionaryAsync(item => item.SourceId, item => item.EntityId, stop);
        foreach (Picture picture in await db.Pictures.Where(picture => db.ImportedItems.Any(item => item.Source == source && item.Kind == "picture" && item.EntityId == picture.Id)).ToListAsync(stop))
            pictures[picture.Id] = picture;
        foreach ((string key, Guid id) in known)
            if (pictures.ContainsKey(id))
                byKey[key] = id;
        foreach (WordPressAttachment attachment in survey.Attachments.Values)
        {
            await TakeAsync(attachment, stop);
            if (unsaved >= options.BatchSize)
                await SaveAsync(stop);
        }
        await SaveAsync(stop);
        attachments = [];
    }

    /// <summary>Takes in the pictures and files a text shows that are no attachments of the export.</summary>
    public async Task TakeAddressesAsync(WxrItem item, bool isPublic, CancellationToken stop)
    {
        if (folder.IsEmpty)
            return;
        if (isPublic && hidden.Count > 0 && item.MetaValue("_thumbnail_id") is { } lead && long.TryParse(lead, CultureInfo.InvariantCulture, out long id) && survey.Attachments.TryGetValue(id, out WordPressAttachment? above))
            Open(Plain(above.Url));
        foreach (Match match in AddressPattern().Matches(item.Content))
        {
            string address = WebUtility.HtmlDecode(match.Value.Replace("\\/", "/", StringComparison.Ordinal));
            string plain = Plain(address);
            if (isPublic)
                Open(plain);
            if (byKey.ContainsKey(plain) || without.Contains(plain) || files.Contains(plain))
                continue;
            if (!BodyElements.IsImage(address))
                await TakeFileAsync(address, 0, stop);
            else if (await PictureAsync(address, item.SourceId, stop) is { } picture)
                Know(plain, picture);
            else
                without.Add(plain);
        }
        await SaveAsync(stop);
    }

    async Task TakeAsync(WordPressAttachment attachment, CancellationToken stop)
    {
        string json = JsonSerializer.Serialize(attachment);
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        string id = attachment.Id.ToString(CultureInfo.InvariantCulture), key = "wp:" + id;
        string? before = attachments.GetValueOrDefault(id);
        Picture? picture = byKey.TryGetValue(key, out Guid had) ? pictures[had] : null;
        bool isNew = picture is null;
        if (picture is null && BodyElements.IsImage(attachment.Url))
            picture = await PictureAsync(attachment.Url, "attachment " + id, stop);
        if (picture is not null)
        {
            if (isNew)
                Know(key, picture);
            byKey.TryAdd(Plain(attachment.Url), picture.Id);
            Redirect(attachment.Url, picture, attachment.Id);
            if (isNew || before != digest)
                Describe(picture, attachment);
        }
        else
        {
            await TakeFileAsync(attachment.Url, attachment.Id, stop);
        }
        if (before == digest)
            return;
        Learned++;
        if (options.DryRun)
            return;
        ImportedItem? item = before is null ? null : await db.ImportedItems.FindAsync([source, "attachment", id], stop);
        if (item is null)
            db.ImportedItems.Add(item = new ImportedItem(source, "attachment", id, Guid.Empty));
        item.Took(digest, Packed.Close(json));
        unsaved++;
    }

    void Describe(Picture picture, WordPressAttachment attachment)
    {
        (string words, string credit) = BodyElements.SplitCredit(WordPressText.Plain(attachment.Caption));
        if (picture.Credit.Length == 0 && credit.Length > 0)
            picture.GiveCredit(credit);
        picture.Describe(picture.AlternativeText.With(language, attachment.Alt), picture.Caption.With(language, words));
    }

    void Know(string key, Picture picture)
    {
        byKey[key] = picture.Id;
        Learned++;
        if (!key.StartsWith("wp:", StringComparison.Ordinal))
            Redirect(key, picture, 0);
        db.ImportedItems.Add(new ImportedItem(source, "picture", key, picture.Id));
    }

    /// <param name="address">Where the old site had it.</param>
    /// <param name="sourceId">What shows it, for the report.</param>
    async Task<Picture?> PictureAsync(string address, string sourceId, CancellationToken stop)
    {
        if (folder.Find(address) is not { } file)
            return null;
        if (byFile.TryGetValue(file, out Picture? same))
            return same;
        if (options.DryRun || options.AddPicture is null)
            return null;
        Picture? picture = null;
        try
        {
            picture = await options.AddPicture(db, file, stop);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            report.Add(new ReportLine(ReportKind.Note, "picture file that cannot be read", sourceId, Path.GetFileName(file), 0, fault.Message));
        }
        if (picture is null)
            return null;
        Added += pictures.TryAdd(picture.Id, picture) ? 1 : 0;
        byFile[file] = pictures[picture.Id];
        if (++unsaved >= options.BatchSize)
            await SaveAsync(stop);
        return byFile[file];
    }

    async Task SaveAsync(CancellationToken stop)
    {
        unsaved = 0;
        if (!options.DryRun && db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(stop);
        // Nothing more is done to them, and there may be very many.
        foreach (EntityEntry<ImportedItem> item in db.ChangeTracker.Entries<ImportedItem>().ToList())
            item.State = EntityState.Detached;
        heap.LookClosely();
    }

    [GeneratedRegex("""(?:https?:)?\\?/\\?/?[^"'\s<>\]]+?\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|pdf|epub|zip|rtf|docx?|xlsx?|pptx?|od[tsp]|txt|csv|mp[34]|m4[av]|og[gav]|opus|wav|flac|webm|mov|avi|wmv|3gp)(?=[?"'\s<>\]])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AddressPattern();
}

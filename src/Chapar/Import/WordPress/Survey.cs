using System.Text;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>What the rest of the import needs to know of an item before it reads it. There may be hundreds of thousands: it keeps little, and addresses as bytes.</summary>
public sealed class SurveyedItem
{
    /// <summary>What few items have.</summary>
    sealed record Rest(string? OldKey, string Slug);

    readonly byte[]? oldPath;
    readonly DateTime publishedAt;
    readonly Rest? rest;
    byte[]? path;

    SurveyedItem(WxrItem item, string? old, string? key, DateTime? published, ItemState state, string? language)
    {
        (Id, Parent, Type, Language) = (item.Id, item.ParentId, string.Intern(item.Type), language);
        (IsPublic, IsHidden, publishedAt) = (state.IsPublic, state.IsHidden, published ?? default);
        oldPath = old is null ? null : Encoding.UTF8.GetBytes(old);
        if (key is not null || old is null)
            rest = new Rest(key, old is null ? item.Slug : "");
    }

    /// <param name="languages">Of the publication.</param>
    public static SurveyedItem Of(WxrItem item, OldAddress old, DateTime? publishedAt, ItemState state, IReadOnlyList<string> languages)
    {
        string? path = old.PathOf(item.Link), key = old.KeyOf(item.Link);
        bool isNamed = path is { Length: > 1 } && path != old.Base && key == path;
        return new SurveyedItem(item, isNamed ? path : null, key == path ? null : key, publishedAt, state, LanguageOf(item, languages));
    }

    /// <summary>What Polylang says, if the publication appears in it; null where it is that of the whole export.</summary>
    public static string? LanguageOf(WxrItem item, IReadOnlyList<string> languages) =>
        item.Terms.FirstOrDefault(term => term.Taxonomy == "language")?.Slug is { Length: >= 2 } own ? languages.FirstOrDefault(code => code.Equals(own[..2], StringComparison.OrdinalIgnoreCase)) : null;

    public long Id { get; }

    /// <summary>For attachments: the article they were uploaded to.</summary>
    public long Parent { get; }

    /// <summary>post, page, attachment ...</summary>
    public string Type { get; }

    /// <summary>Null: that of the whole export.</summary>
    public string? Language { get; }

    public bool IsPublic { get; }

    /// <summary>Readers of the old site could not see it: a draft, something private, with a password, thrown away.</summary>
    public bool IsHidden { get; }

    public DateTime? PublishedAt => publishedAt == default ? null : publishedAt;

    /// <summary>Where it stood; null when its link names it by a query or is of another site.</summary>
    public string? OldPath => oldPath is null ? null : Encoding.UTF8.GetString(oldPath);

    /// <summary>The redirect key of its link; null when it has none.</summary>
    public string? OldKey => rest?.OldKey ?? OldPath;

    /// <summary>Only kept of an item without an old path.</summary>
    public string Slug => rest?.Slug ?? "";

    /// <summary>Its address here: the old one, or a new one where the old site had none. Null for what is not public.</summary>
    public string? Path
    {
        get => path is null ? null : Encoding.UTF8.GetString(path);
        set => path = value is null ? null : value == OldPath ? oldPath : Encoding.UTF8.GetBytes(value);
    }

    /// <summary>The second pass has come by it.</summary>
    public bool HasCome { get; private set; }

    /// <summary>With which hash of its address it came then.</summary>
    public int CameWith { get; private set; }

    /// <summary>Notes that it has come; false when it had before.</summary>
    public bool Come(int hash)
    {
        if (HasCome)
            return false;
        (HasCome, CameWith) = (true, hash);
        return true;
    }
}

/// <summary>
/// The first pass over all files: who wrote, what terms there are, where everything will stand. Items refer to each other in
/// any order and over several files, so nothing can be written before this is known. It holds no article's text.
/// </summary>
public sealed class Survey
{
    readonly Dictionary<TimeSpan, int> offsets = [];
    readonly Dictionary<long, List<WordPressAttachment>> children = [];

    public WxrSite Site { get; private set; } = new(0, 0, "", "", "", "", "");
    /// <summary>The old site's addresses: its own host and those its links name.</summary>
    public OldAddress Old { get; private set; } = new("", "");
    public Dictionary<string, WxrAuthor> Authors { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Taxonomy, string Slug), WxrTerm> Terms { get; } = [];
    public Dictionary<long, WordPressAttachment> Attachments { get; } = [];
    public Dictionary<long, string> ReusableBlocks { get; } = [];
    public Dictionary<long, SurveyedItem> Items { get; } = [];
    /// <summary>Files in the order given, each with its length in bytes.</summary>
    public List<(string Path, long Length)> Files { get; } = [];
    public List<(string File, WxrProblem Problem)> Problems { get; } = [];
    public Dictionary<string, int> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads every file to its end.</summary>
    /// <exception cref="WxrException">One of them is broken as a whole: nothing may be imported.</exception>
    internal static Survey Of(WordPressImportOptions options, DateTime now, HeapWatch heap, Action<long> read, CancellationToken stop)
    {
        Survey survey = new();
        long before = 0;
        foreach (string file in options.Files)
        {
            string name = Path.GetFileName(file);
            try
            {
                foreach (WxrPart part in WxrReader.Read(file))
                {
                    stop.ThrowIfCancellationRequested();
                    survey.Take(part, name, options, now);
                    read(before + part.Offset);
                    heap.Look();
                }
            }
            catch (WxrException fault) when (options.Files.Count > 1)
            {
                throw new WxrException($"{fault.Message} ({name})", fault.Line, fault.Column);
            }
            long length = new FileInfo(file).Length;
            survey.Files.Add((file, length));
            before += length;
        }
        return survey;
    }

    void Take(WxrPart part, string file, WordPressImportOptions options, DateTime now)
    {
        switch (part)
        {
            case WxrSite site when Site.BlogUrl.Length == 0:
                Site = site;
                Old = new OldAddress(site.BlogUrl, options.Languages[0]);
                break;
            case WxrAuthor author:
                Authors.TryAdd(Slug.Of(author.Login), author);
                break;
            case WxrTerm term:
                Terms.TryAdd((term.Taxonomy, WordPressText.SlugOf(term.Slug, term.Name)), term);
                break;
            case WxrProblem problem:
                Problems.Add((file, problem));
                break;
            case WxrItem item:
                TakeItem(item, options, now);
                break;
        }
    }

    void TakeItem(WxrItem item, WordPressImportOptions options, DateTime now)
    {
        Types[item.Type] = Types.GetValueOrDefault(item.Type) + 1;
        if (item.Dates.Offset is { } offset)
            offsets[offset] = offsets.GetValueOrDefault(offset) + 1;
        foreach (WxrItemTerm term in item.Terms)
            Terms.TryAdd((term.Taxonomy, WordPressText.SlugOf(term.Slug, term.Name)),
                new WxrTerm(item.Line, item.Offset, 0, term.Taxonomy, term.Slug, term.Name, "", ""));
        switch (item.Type)
        {
            case "attachment" when !ItemState.Of(item, options, now).IsHidden:
                AddAttachment(new WordPressAttachment(item.Id, item.ParentId, item.MenuOrder, item.AttachmentUrl.Length > 0 ? item.AttachmentUrl : item.Identifier,
                    WordPressText.Plain(item.Title), WordPressText.Plain(item.MetaValue("_wp_attachment_image_alt") ?? ""), item.Excerpt));
                break;
            case "wp_block":
                ReusableBlocks[item.Id] = item.Content;
                break;
            case "guest-author":
                string login = item.MetaValue("cap-user_login") ?? item.Slug;
                Authors.TryAdd(Slug.Of(Signers.WithoutPrefix(login)), new WxrAuthor(item.Line, item.Offset, "", login,
                    item.MetaValue("cap-display_name") ?? item.Title, item.MetaValue("cap-description") ?? item.Content));
                break;
        }
        if (item.Type is "post" or "page" && Uri.TryCreate(item.Link, UriKind.Absolute, out Uri? link) && link.Host.Length > 0)
            Old.AddHost(link.Host);
        if (item.Id > 0)
            Items.TryAdd(item.Id, SurveyedItem.Of(item, Old, item.Dates.PublishedAt(options.Zone ?? TimeZoneInfo.Utc), ItemState.Of(item, options, now), options.Languages));
    }

    /// <summary>Whether an attachment belongs to something readers could not see: its page was as closed as that.</summary>
    public bool IsOfHidden(long attachment) =>
        Items.TryGetValue(attachment, out SurveyedItem? item) && Items.TryGetValue(item.Parent, out SurveyedItem? parent) && parent.IsHidden;

    /// <summary>Also for attachments an earlier run has seen in another file.</summary>
    public void AddAttachment(WordPressAttachment attachment)
    {
        if (attachment.Id == 0 || !Attachments.TryAdd(attachment.Id, attachment))
            return;
        if (!children.TryGetValue(attachment.ParentId, out List<WordPressAttachment>? same))
            children[attachment.ParentId] = same = [];
        same.Add(attachment);
    }

    /// <summary>Attachments uploaded to an article, in their order.</summary>
    public IReadOnlyList<WordPressAttachment> ChildrenOf(long id) =>
        id > 0 && children.TryGetValue(id, out List<WordPressAttachment>? found) ? [.. found.OrderBy(child => child.Order).ThenBy(child => child.Id)] : [];

    /// <summary>The old site's clock: as asked for, else the offset most of its dates show.</summary>
    public TimeZoneInfo Zone(TimeZoneInfo? asked)
    {
        if (asked is not null)
            return asked;
        TimeSpan offset = offsets.Count == 0 ? TimeSpan.Zero : offsets.MaxBy(each => each.Value).Key;
        return offset == TimeSpan.Zero || offset.Duration() > TimeSpan.FromHours(14) || offset.Ticks % TimeSpan.TicksPerMinute != 0
            ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone("old site", offset, null, null);
    }
}

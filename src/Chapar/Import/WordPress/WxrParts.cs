namespace Chapar.Import.WordPress;

/// <summary>One thing found in a WordPress export (WXR), with the place where it stood.</summary>
/// <param name="Line">Line of its first tag, from 1.</param>
/// <param name="Offset">Bytes from the start of the file to its first tag.</param>
public abstract record WxrPart(int Line, long Offset);

/// <summary>The head of the export. In a file without items it comes last.</summary>
/// <param name="BlogUrl">Address of the site's front (<c>wp:base_blog_url</c>, else <c>link</c>), no trailing slash; empty if unknown.</param>
/// <param name="Version">What <c>wp:wxr_version</c> says; empty when it is missing.</param>
public sealed record WxrSite(
    int Line, long Offset, string Title, string Description, string Language, string BlogUrl, string Version) : WxrPart(Line, Offset);

/// <summary>An account that wrote something. The e-mail of the account is read past and never kept.</summary>
public sealed record WxrAuthor(
    int Line, long Offset, string Id, string Login, string DisplayName, string Biography) : WxrPart(Line, Offset);

/// <summary>A category, tag or other term declared in the head.</summary>
/// <param name="Parent">Slug of the parent term; empty for a top one. A child may come before its parent.</param>
public sealed record WxrTerm(
    int Line, long Offset, long Id, string Taxonomy, string Slug, string Name, string Parent, string Description) : WxrPart(Line, Offset);

/// <summary>A term as an item carries it.</summary>
public sealed record WxrItemTerm(string Taxonomy, string Slug, string Name);

/// <summary>One item: an article, page, attachment, menu entry or anything a plugin invented.</summary>
public sealed record WxrItem(int Line, long Offset) : WxrPart(Line, Offset)
{
    /// <summary><c>wp:post_id</c>, unique within the site; 0 when the file has none.</summary>
    public long Id { get; init; }
    public string Title { get; init; } = "";
    public string Link { get; init; } = "";
    public string Identifier { get; init; } = "";
    /// <summary>Login of the account that wrote it. May be an e-mail address: never show it, never make a slug of it.</summary>
    public string Creator { get; init; } = "";
    public string Content { get; init; } = "";
    public string Excerpt { get; init; } = "";
    public string Slug { get; init; } = "";
    /// <summary>publish, future, draft, pending, private, trash, inherit ...; lower case.</summary>
    public string Status { get; init; } = "";
    /// <summary>post, page, attachment, nav_menu_item ...; lower case.</summary>
    public string Type { get; init; } = "";
    public long ParentId { get; init; }
    public int MenuOrder { get; init; }
    public bool IsSticky { get; init; }
    /// <summary>The item asked for a password. The password itself is not kept.</summary>
    public bool HasPassword { get; init; }
    public string AttachmentUrl { get; init; } = "";
    public WxrDates Dates { get; init; } = WxrDates.None;
    public IReadOnlyList<WxrItemTerm> Terms { get; init; } = [];
    /// <summary>Values of <c>wp:postmeta</c> in file order; a key may come several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];
    /// <summary>How many comments, pingbacks and trackbacks stood in the item. Their text and senders are not read.</summary>
    public int Comments { get; init; }

    /// <summary>The last non-empty value of a meta key, as WordPress itself would answer, or null.</summary>
    public string? MetaValue(string key)
    {
        for (int i = Meta.Count - 1; i >= 0; i--)
            if (Meta[i].Key == key && Meta[i].Value.Length > 0)
                return Meta[i].Value;
        return null;
    }

    /// <summary>How reports name it: <c>post 123</c>, or the title or link when there is no id. Never empty.</summary>
    public string SourceId => $"{(Type.Length > 0 ? Type : "item")} {(Id > 0 ? Id : Title.Length > 0 ? $"\"{Title}\"" : Link.Length > 0 ? Link : $"at line {Line}")}";
}

/// <summary>Something wrong in the file that did not stop the reading.</summary>
/// <param name="Reason">A short fixed word, so that reports can be grouped.</param>
/// <param name="SourceId">The item it concerns, as far as it could be made out; empty otherwise.</param>
/// <param name="IsLoss">True when content was lost (an item could not be read), false when it was repaired.</param>
public sealed record WxrProblem(
    int Line, long Offset, string Reason, string Detail, string SourceId, bool IsLoss) : WxrPart(Line, Offset);

/// <summary>The file cannot be read as an export at all; nothing of it may be imported.</summary>
public sealed class WxrException(string message, int line, int column) : Exception($"Line {line}, column {column}: {message}")
{
    public int Line { get; } = line;
    public int Column { get; } = column;
}

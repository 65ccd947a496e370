namespace Chapar.Import.WordPress;

/// <summary>What may become of an item.</summary>
/// <param name="IsPublic">Readers of the old site could see it without a password, so readers of this one may.</param>
/// <param name="IsWanted">False when it is no article or page, or was thrown away.</param>
/// <param name="IsHidden">Readers of the old site could not see it.</param>
/// <param name="Reason">Why it is not public or not wanted.</param>
public readonly record struct ItemState(bool IsPublic, bool IsWanted, bool IsPage, bool IsHidden, string Reason)
{
    public static ItemState Of(WxrItem item, WordPressImportOptions options, DateTime now)
    {
        bool isPage = item.Type == "page";
        if (!isPage && item.Type != "post" && !options.ArticleTypes.Contains(item.Type))
            return new ItemState(false, false, false, IsClosed(item), item.Type switch
            {
                "attachment" when IsClosed(item) => $"attachment that was not public ({(item.HasPassword ? "password" : item.Status)})",
                "attachment" => "attachment",
                "" => "item without a type",
                "nav_menu_item" => "menu entry",
                "feedback" => "answer to a form: personal data, not read",
                "wp_block" => "reusable block, set in where it is used",
                "guest-author" => "guest author",
                _ => $"type {item.Type}",
            });
        string? why = item.Status switch
        {
            "publish" when item.HasPassword => "kept as a draft: it asks for a password",
            "publish" when item.Dates.PublishedAt(options.Zone ?? TimeZoneInfo.Utc) > now => "kept as a draft: its date is in the future",
            "publish" => null,
            "trash" or "auto-draft" or "spam" => $"not imported: {item.Status}",
            "" => "kept as a draft: it has no status",
            _ => $"kept as a draft: it is {item.Status}",
        };
        bool isGone = item.Status is "trash" or "auto-draft" or "spam" || item.Slug.EndsWith("__trashed", StringComparison.Ordinal) && item.Status != "publish";
        return new ItemState(why is null, !isGone, isPage, why is not null, why ?? "");
    }

    /// <summary>What is no article has the status of the thing it belongs to ("inherit"), unless it was closed by itself.</summary>
    static bool IsClosed(WxrItem item) => item.HasPassword || item.Status is not ("publish" or "inherit" or "");
}

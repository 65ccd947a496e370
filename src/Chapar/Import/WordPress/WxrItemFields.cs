using System.Globalization;

namespace Chapar.Import.WordPress;

/// <summary>The values of an item while it is being read.</summary>
sealed class WxrItemFields
{
    public Dictionary<string, string> Values { get; } = [];
    public List<WxrItemTerm> Terms { get; } = [];
    public List<KeyValuePair<string, string>> Meta { get; } = [];
    public bool HasPassword { get; set; }
    public int Comments { get; set; }

    public WxrItem ToItem(int line, long offset)
    {
        string type = Value("post_type").ToLowerInvariant(), status = Value("status").ToLowerInvariant();
        if (type == "draft") // WXR 1.0 wrote drafts so, with the status "publish"
            (type, status) = ("post", "draft");
        return new WxrItem(line, offset)
        {
            Id = Number("post_id"),
            Title = Value("title"),
            Link = Value("link"),
            Identifier = Value("guid"),
            Creator = Value("creator") is { Length: > 0 } creator ? creator : Value("author"),
            Content = Value("content"),
            Excerpt = Value("excerpt"),
            Slug = Value("post_name"),
            Status = status,
            Type = type,
            ParentId = Number("post_parent"),
            MenuOrder = (int)Math.Clamp(Number("menu_order"), int.MinValue, int.MaxValue),
            IsSticky = Value("is_sticky") == "1",
            HasPassword = HasPassword,
            AttachmentUrl = Value("attachment_url"),
            Dates = new WxrDates(
                WxrDates.Parse(Value("post_date"), DateTimeKind.Unspecified), WxrDates.Parse(Value("post_date_gmt"), DateTimeKind.Utc),
                WxrDates.Parse(Value("post_modified"), DateTimeKind.Unspecified), WxrDates.Parse(Value("post_modified_gmt"), DateTimeKind.Utc),
                WxrDates.ParseFeed(Value("pubDate"))),
            Terms = DistinctTerms(),
            Meta = Meta,
            Comments = Comments,
        };
    }

    string Value(string name) => Values.GetValueOrDefault(name, "");

    long Number(string name) =>
        long.TryParse(Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : 0;

    /// <summary>WXR 1.0 lists each term twice, with and without its taxonomy, and calls tags "tag"; plugins repeat terms too.</summary>
    List<WxrItemTerm> DistinctTerms()
    {
        List<WxrItemTerm> known = [];
        HashSet<string> named = [];
        foreach (WxrItemTerm term in Terms.Where(term => term.Taxonomy.Length > 0))
        {
            named.Add(term.Name);
            WxrItemTerm renamed = term.Taxonomy == "tag" ? term with { Taxonomy = "post_tag" } : term;
            if (!known.Contains(renamed))
                known.Add(renamed);
        }
        // WXR 1.0 without any domain: the terms are categories.
        foreach (WxrItemTerm term in Terms.Where(term => term.Taxonomy.Length == 0 && named.Add(term.Name)))
            known.Add(term with { Taxonomy = "category" });
        return known;
    }
}

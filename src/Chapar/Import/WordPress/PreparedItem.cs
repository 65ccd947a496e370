using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chapar.Articles.Body;

namespace Chapar.Import.WordPress;

/// <summary>An item on its way in, with the file it came from; empty when it comes from an earlier run's store.</summary>
sealed class PreparedItem(WxrItem item, string file, ItemState state, string? digest = null)
{
    /// <summary>Raised when bodies are converted better, so that the next import converts them anew.</summary>
    const string Converter = "v2";

    /// <summary>The only meta values that are looked at, and so the only ones kept.</summary>
    static readonly HashSet<string> keptMeta = new(StringComparer.Ordinal)
    {
        "_thumbnail_id", "_wp_old_slug", "footnotes", "_yoast_wpseo_primary_category", "rank_math_primary_category", "_yoast_wpseo_metadesc",
    };

    public WxrItem Item { get; } = item;
    public string File { get; } = file;
    public ItemState State { get; } = state;

    /// <summary>Kept from an earlier run: only its pictures can have changed.</summary>
    public bool IsFromStore => File.Length == 0;

    public string Kind => State.IsPage ? "page" : "post";

    /// <summary>Its name in the old system; items without an id go by their link.</summary>
    public string SourceId { get; set; } = item.Id > 0 ? item.Id.ToString(CultureInfo.InvariantCulture) : item.Link.Length > 0 ? item.Link : item.Title;

    /// <summary>Another item had its id before it, so addresses by id are not its own.</summary>
    public bool SharesId { get; set; }

    /// <summary>SHA-256 of all that an article is made of.</summary>
    public string Digest { get; } = digest ?? DigestOf(item, state);

    /// <summary>Where it will stand if it does not stand anywhere yet; null for a draft of an article.</summary>
    public string? Path { get; set; }

    public string Headline { get; set; } = "";
    public string Deck { get; set; } = "";
    public BodyTree Body { get; set; } = BodyTree.Empty;
    public IReadOnlyDictionary<string, int> Notes { get; set; } = new Dictionary<string, int>();
    public IReadOnlyList<string> ConverterNotes { get; set; } = [];
    /// <summary>Addresses of pictures and other files that have not been taken over.</summary>
    public IReadOnlyList<string> MissingPictures { get; set; } = [];
    /// <summary>The picture above the article.</summary>
    public Media.Picture? Lead { get; set; }
    public string? LeadCaption { get; set; }
    public string? LeadCredit { get; set; }
    public string? LeadAlternativeText { get; set; }
    public ItemFiling? Filing { get; set; }
    public IReadOnlyList<Authors.Author> Signers { get; set; } = [];
    /// <summary>The item as it is kept, see <see cref="Packed"/>.</summary>
    public byte[] Original { get; set; } = [];
    /// <summary>Why it could not be converted, or null.</summary>
    public string? Fault { get; set; }

    /// <summary>What is remembered of it: the digest, and which pictures it still waits for.</summary>
    public string Mark => MissingPictures.Count == 0 ? Digest : $"{Digest}+{Hash(string.Join('\n', MissingPictures.Order(StringComparer.Ordinal)))[..12]}";

    /// <summary>The item for converting it anew: without logins, and of its meta only what is looked at.</summary>
    public byte[] Packed() => WordPress.Packed.Close(JsonSerializer.Serialize(Item with
    {
        Creator = "",
        Terms = [.. Item.Terms.Where(term => term.Taxonomy is "category" or "post_tag" or "language")],
        Meta = [.. Item.Meta.Where(meta => keptMeta.Contains(meta.Key))],
    }));

    static string DigestOf(WxrItem item, ItemState state)
    {
        StringBuilder all = new();
        all.Append(Converter).Append('\n').Append(state).Append('\n').Append(item.Title).Append('\n').Append(item.Link).Append('\n').Append(item.Creator)
            .Append('\n').Append(item.Slug).Append('\n').Append(item.Dates).Append('\n').Append(item.Excerpt).Append('\n').Append(item.Content).Append('\n');
        foreach (WxrItemTerm term in item.Terms)
            all.Append(term).Append('\n');
        foreach (KeyValuePair<string, string> meta in item.Meta.Where(meta => keptMeta.Contains(meta.Key)))
            all.Append(meta.Key).Append('=').Append(meta.Value).Append('\n');
        return Hash(all.ToString());
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

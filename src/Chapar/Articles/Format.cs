namespace Chapar.Articles;

/// <summary>What kind of story it is; shown to readers and to machines.</summary>
public enum Format { News, Analysis, Opinion, Interview, Feature, Explainer, PhotoEssay, Live }

public static class Formats
{
    public static IReadOnlyList<Format> All { get; } = Enum.GetValues<Format>();

    /// <summary>The word in addresses and data files: "photo-essay".</summary>
    public static string Slug(this Format format) => format == Format.PhotoEssay ? "photo-essay" : format.ToString().ToLowerInvariant();

    /// <summary>The format of a slug, or null.</summary>
    public static Format? FromSlug(string slug) => All.Where(f => f.Slug() == slug).Select(f => (Format?)f).FirstOrDefault();
}

/// <summary>What an article is to its readers; where its working copy stands is its <see cref="Stage"/>.</summary>
public enum ArticleStatus { Draft, Published, Withdrawn }

public enum BylineRole { Writer, Photographer, Translator }

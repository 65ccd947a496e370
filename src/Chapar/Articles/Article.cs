using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Events;
using Chapar.Sections;
using Chapar.Text;
using Picture = Chapar.Media.Picture;

namespace Chapar.Articles;

/// <summary>
/// One story in one language. What it says is changed here, what becomes of it in <c>Article.Publishing.cs</c>.
/// </summary>
public sealed partial class Article : NewsSubject
{
    Article() { }

    /// <summary>A new draft.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    /// <param name="format">What kind of story it is.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="translationGroup">The group of the story it translates; a new group when null.</param>
    public Article(string language, Format format, DateTime now, Guid? translationGroup = null)
    {
        if (!Languages.IsKnown(language)) throw new ArgumentException($"'{language}' is none of {string.Join(", ", Languages.All)}.", nameof(language));
        Id = Guid.CreateVersion7();
        TranslationGroup = translationGroup ?? Id;
        Language = language;
        Format = format;
        CreatedAt = now;
        ChangedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>Shared by the story and its translations.</summary>
    public Guid TranslationGroup { get; private set; }

    public string Language { get; private set; } = "en";
    public Format Format { get; private set; }
    public string Headline { get; private set; } = "";

    /// <summary>The standfirst: what the story says in one or two sentences.</summary>
    public string Deck { get; private set; } = "";

    /// <summary>Most letters of the first sentences with which a story without a deck is listed.</summary>
    public const int ListedLetters = 240;

    public BodyTree Body { get; private set; } = BodyTree.Empty;
    public List<Byline> Bylines { get; private set; } = [];
    public Guid? SectionId { get; private set; }
    public Section? Section { get; private set; }
    public List<Place> Places { get; private set; } = [];
    public List<Topic> Topics { get; private set; } = [];
    public Guid? LeadId { get; private set; }
    public Picture? Lead { get; private set; }

    /// <summary>The lead image's caption in this story, where it differs from the picture's own.</summary>
    public string? LeadCaption { get; private set; }

    /// <summary>The lead image's alternative text in this story, where it differs from the picture's own.</summary>
    public string? LeadAlternativeText { get; private set; }

    /// <summary>The staff member whose story it is; null for imports.</summary>
    public Guid? OwnerId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Last change of any kind; readers are shown <see cref="UpdatedAt"/>.</summary>
    public DateTime ChangedAt { get; private set; }

    public void BelongTo(Guid staffId) => OwnerId = staffId;

    public void Write(string headline, string deck, BodyTree body, DateTime now)
    {
        Headline = Typography.Tidy(headline);
        Deck = Typography.Tidy(deck);
        Body = body;
        ChangedAt = now;
    }

    public void SetFormat(Format format, DateTime now)
    {
        Format = format;
        ChangedAt = now;
    }

    public void FileUnder(Section section, DateTime now)
    {
        Section = section;
        SectionId = section.Id;
        ChangedAt = now;
    }

    /// <summary>Sets the byline, in this order.</summary>
    public void Sign(IEnumerable<(Author Author, BylineRole Role)> authors, DateTime now)
    {
        var wanted = authors.DistinctBy(a => (a.Author.Id, a.Role)).ToList();
        Bylines.RemoveAll(b => !wanted.Any(w => w.Author.Id == b.AuthorId && w.Role == b.Role));
        for (int i = 0; i < wanted.Count; i++)
        {
            var line = Bylines.Find(b => b.AuthorId == wanted[i].Author.Id && b.Role == wanted[i].Role);
            if (line is null) Bylines.Add(new Byline(Id, wanted[i].Author, wanted[i].Role, i));
            else line.Stand(i);
        }
        ChangedAt = now;
    }

    public void Locate(IEnumerable<Place> places, DateTime now) => Replace(Places, places, now);

    public void Tag(IEnumerable<Topic> topics, DateTime now) => Replace(Topics, topics, now);

    public void Illustrate(Picture? lead, DateTime now, string? caption = null, string? alternativeText = null)
    {
        Lead = lead;
        LeadId = lead?.Id;
        LeadCaption = Blank(caption);
        LeadAlternativeText = Blank(alternativeText);
        ChangedAt = now;
    }

    void Replace<T>(List<T> filed, IEnumerable<T> wanted, DateTime now) where T : Filing
    {
        var all = wanted.DistinctBy(w => w.Id).ToList();
        filed.RemoveAll(f => all.All(w => w.Id != f.Id));
        filed.AddRange(all.Where(w => filed.All(f => f.Id != w.Id)));
        ChangedAt = now;
    }

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Typography.Tidy(text);
}

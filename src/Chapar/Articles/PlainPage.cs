using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>A page about the publication itself: about, contact, ethics. No byline, no section, no feed.</summary>
public sealed class PlainPage
{
    PlainPage() { }

    public PlainPage(string language, string path, Guid? translationGroup = null)
    {
        Id = Guid.CreateVersion7();
        TranslationGroup = translationGroup ?? Id;
        Language = language;
        Path = path;
    }

    public Guid Id { get; private set; }
    public Guid TranslationGroup { get; private set; }
    public string Language { get; private set; } = "en";

    /// <summary>The whole address path, as of an article; one space of addresses with them.</summary>
    public string Path { get; private set; } = "";

    public string Title { get; private set; } = "";
    public BodyTree Body { get; private set; } = BodyTree.Empty;
    public DateTime UpdatedAt { get; private set; }
    public bool IsPublic { get; private set; }

    /// <summary>Order among the links at the foot of every page; null when it does not stand there.</summary>
    public int? FooterPosition { get; private set; }

    public void Write(string title, BodyTree body, DateTime now)
    {
        Title = Typography.Tidy(title);
        Body = body;
        UpdatedAt = now;
    }

    public void Publish() => IsPublic = true;

    public void Withdraw() => IsPublic = false;

    public void StandInFooter(int? position) => FooterPosition = position;
}

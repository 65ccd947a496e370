namespace Chapar.Articles;

/// <summary>Correction: a fact was wrong. Clarification: it was right and could be misread.</summary>
public enum CorrectionKind { Correction, Clarification }

/// <summary>A dated public note of what was wrong.</summary>
public sealed class Correction
{
    Correction() { }

    public Correction(Guid articleId, CorrectionKind kind, string text, DateTime now)
    {
        Id = Guid.CreateVersion7();
        ArticleId = articleId;
        Kind = kind;
        Text = text;
        At = now;
    }

    public Guid Id { get; private set; }
    public Guid ArticleId { get; private set; }
    public Article? Article { get; private set; }
    public CorrectionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime At { get; private set; }
}

using Chapar.Articles.Body;

namespace Chapar.Tests.Articles.Body;

/// <summary>The small world the bodies of these tests stand in.</summary>
static class Sample
{
    public static readonly Guid Photo = new("01900000-0000-7000-8000-000000000001");
    public static readonly Guid Story = new("01900000-0000-7000-8000-0000000000a1");

    public static BodyContext Context { get; } = new()
    {
        Picture = id => id == Guid.Empty ? null : new Picture("/m/1-320.avif 320w", "/m/1-320.webp 320w", "/m/1-320.jpg 320w, /m/1-640.jpg 640w", "/m/1-640.jpg", 640, 427),
        Article = id => id == Guid.Empty ? null : new LinkedArticle("/2026/01/lake", "The lake & the town", "A deck."),
        Rate = (pair, asOf) => pair == "usd-kgs" ? new RateFigure("87.4500", asOf is null ? "today" : $"as of {asOf:O}") : null,
        Sizes = "100vw",
    };

    public static HtmlOptions Options { get; } = new()
    {
        ResolveMedia = key => key.EndsWith("lake.jpg", StringComparison.Ordinal) ? Photo : null,
        ResolveArticle = key => key == "lake" ? Story : null,
        Language = "en",
    };
}

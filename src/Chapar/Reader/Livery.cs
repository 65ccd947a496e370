using System.Collections.Concurrent;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>What a publication looks like: its stylesheets in its colours, its icons and logo.</summary>
/// <param name="TextSheet">Of the text edition.</param>
public sealed record Livery(Publication Publication, Stylesheet Stylesheet, Stylesheet TextSheet, Icons Icons);

/// <summary>In which livery a request is answered: the publication's own, unless it is the preview of another.</summary>
public sealed class Shown(Liveries liveries)
{
    public Livery Livery { get; private set; } = liveries.Now;

    public bool IsPreview { get; private set; }

    public void Preview(Livery livery) => (Livery, IsPreview) = (livery, true);
}

/// <summary>Makes liveries: the publication's own, anew when its colours or logo were changed, and those of previews.</summary>
public sealed class Liveries
{
    /// <summary>The hash in it says which livery's.</summary>
    public const string StylesheetRoute = "/reader.{hash:regex(^[0-9a-f]{{12}}$)}.css";

    /// <summary>Liveries of one session of trying colours; then the first are forgotten.</summary>
    const int MostStylesheets = 50;

    readonly Publication publication;
    readonly string dataFolder;
    readonly ConcurrentDictionary<string, Stylesheet> stylesheets = new(StringComparer.Ordinal);
    (string Accent, string Dark, string Logo) made;
    Livery now;

    /// <exception cref="SettingsException">The logo is not there or neither SVG nor PNG.</exception>
    public Liveries(ChaparSettings settings)
    {
        (publication, dataFolder) = (settings.Publication, settings.DataFolder);
        made = Signs(publication);
        now = Of(publication);
    }

    public Livery Now
    {
        get
        {
            var signs = Signs(publication);
            if (signs == made) return now;
            // Two requests at once make the same twice, at worst.
            (now, made) = (Of(publication), signs);
            return now;
        }
    }

    /// <param name="shown">Its settings.</param>
    /// <param name="logoPath">Where its logo is answered, if elsewhere than the publication's own.</param>
    public Livery Of(Publication shown, string? logoPath = null)
    {
        var (stylesheet, textSheet) = (Stylesheet.Of(shown), Stylesheet.OfText(shown));
        if (stylesheets.Count >= MostStylesheets) stylesheets.Clear();
        foreach (var sheet in new[] { stylesheet, textSheet }) stylesheets[sheet.Path] = sheet;
        var icons = new Icons(shown, dataFolder);
        return new Livery(shown, stylesheet, textSheet, logoPath is null || icons.Logo is null ? icons : new Icons(shown, dataFolder) { Logo = icons.Logo with { Path = logoPath } });
    }

    public Task AnswerIconAsync(HttpContext context, RequestDelegate next) => Now.Icons.AnswerAsync(context, next);

    /// <summary>The stylesheet of the livery that the address names; one of before leads to the present one.</summary>
    public Task AnswerStylesheetAsync(HttpContext context)
    {
        if (stylesheets.TryGetValue(context.Request.Path.Value!, out var stylesheet)) return stylesheet.Answer(context);
        // Not under its own name, which browsers keep for ever.
        context.Response.Redirect(Now.Stylesheet.Path);
        return Task.CompletedTask;
    }

    static (string, string, string) Signs(Publication of) => (of.Accent, of.AccentDark, of.Logo);
}

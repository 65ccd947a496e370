using System.Globalization;
using System.Security.Cryptography;
using Chapar.Database;
using Chapar.Events;
using Chapar.Sections;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>The settings of the publication: typed, looked at, saved in one act, brought back from their history.</summary>
[Needs(Right.ManageSettings)]
public sealed class SettingsModel(NewsroomDesk desk, ChaparSettings settings, UnsavedSettings unsaved) : NewsroomPage(desk)
{
    /// <summary>Where the logo of unsaved settings is answered.</summary>
    public const string LogoPath = "/newsroom/settings?handler=Logo";

    const int MostLogoBytes = 300_000;
    const int Shown = 20;

    /// <summary>What stands in the form.</summary>
    public Publication Form { get; private set; } = desk.Publication;

    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyList<SettingsVersion> History { get; private set; } = [];

    /// <summary>Whether the form has been put up for a look.</summary>
    public bool IsPreviewed { get; private set; }

    /// <summary>Whether this one is given by the environment or a flag, and cannot be changed here.</summary>
    public bool IsFixed(string name) => settings.FixedElsewhere.Contains(name);

    public async Task OnGetAsync()
    {
        unsaved.Forget(Me.Id);
        await ShowAsync();
    }

    public Task<IActionResult> OnPostPreviewAsync(IFormFile? logo) => TakeAsync(logo, async () =>
    {
        unsaved.Keep(Me.Id, Form);
        IsPreviewed = true;
        await ShowAsync();
        return Page();
    });

    public Task<IActionResult> OnPostAsync(IFormFile? logo) => TakeAsync(logo, SaveAsync);

    /// <summary>Brings back what was saved then. It is a save like any other, and can be taken back in the same way.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        if (await Db.SettingsVersions.FirstOrDefaultAsync(v => v.Id == id, Stop) is not { } version) return NotFound();
        Form = PublicationFile.Read(version.Json);
        return await CheckedAsync(SaveAsync);
    }

    /// <summary>The logo of the settings that are looked at.</summary>
    public IActionResult OnGetLogo() => unsaved.Of(Me.Id) is { Logo.Length: > 0 } looked && Logo.Read(settings.DataFolder, looked.Logo) is { } logo
        ? File(logo.Bytes, logo.ContentType) : NotFound();

    /// <summary>The contrast with the page, as people compare it: "6.2 : 1".</summary>
    public static string Ratio(string colour, IReadOnlyList<Colour> papers) =>
        Colour.TryParse(colour, out var read) ? papers.Min(read.ContrastWith).ToString("0.0", CultureInfo.InvariantCulture) + " : 1" : "";

    async Task<IActionResult> TakeAsync(IFormFile? logo, Func<Task<IActionResult>> act)
    {
        Read();
        if (logo is { Length: > 0 })
        {
            if (logo.Length > MostLogoBytes) return await RefusedAsync([W.Fill("house.logo-large", MostLogoBytes / 1000)]);
            Form = Form with { Logo = await KeepAsync(logo) };
        }
        return await CheckedAsync(act);
    }

    async Task<IActionResult> CheckedAsync(Func<Task<IActionResult>> act)
    {
        List<string> problems = [.. Problems()];
        return problems.Count > 0 ? await RefusedAsync(problems) : await act();
    }

    async Task<IActionResult> SaveAsync()
    {
        // The first save keeps also what stood before it.
        var before = await Db.SettingsVersions.Newest().Select(v => (DateTime?)v.At).FirstOrDefaultAsync(Stop);
        if (before is null) Db.Add(new SettingsVersion(PublicationFile.Write(Publication), "chapar.json", Now.AddMilliseconds(-1)));
        try
        {
            PublicationFile.Save(settings, Form);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await RefusedAsync([W.Fill("house.settings-unwritable", e.Message)]);
        }
        // What bars a publication changes what others can do: the journal says it, of the other settings the history does.
        var bars = Form.Bars.SequenceEqual(Publication.Bars) ? null : $"bars: {(Form.Bars.Count > 0 ? string.Join(", ", Form.Bars) : "none")}";
        Publication.Become(Form);
        // Later than the last, whatever the clocks of two servers say: other processes take the last.
        Db.Add(new SettingsVersion(PublicationFile.Write(Form), Me.Name, before >= Now ? before.Value.AddMilliseconds(1) : Now));
        Db.Record(new NewsEvent(NewsEvents.SettingsSaved, null, Now, Me.Name, bars));
        Db.Raise(EditionNames.Settings);
        await Db.SaveChangesAsync(Stop);
        unsaved.Forget(Me.Id);
        Say(W["house.settings-saved"]);
        return RedirectToPage();
    }

    void Read()
    {
        var form = Request.Form;
        string Text(string name, string before) => IsFixed(name) ? before : form[name].ToString().Trim();
        // The first language is the main one, and keeps the addresses without a prefix.
        string[] languages = [form["main"].ToString(), .. form["languages"].OfType<string>()];
        var navigation = Publication.Navigation;
        if (!IsFixed("navigation"))
            navigation = [.. form.Keys.Where(k => k.StartsWith("nav.", StringComparison.Ordinal) && int.TryParse(form[k], out _)).OrderBy(k => int.Parse(form[k]!, CultureInfo.InvariantCulture)).Select(k => k["nav.".Length..])];
        Form = Publication with
        {
            Name = Text("name", Publication.Name),
            Tagline = Text("tagline", Publication.Tagline),
            Taglines = IsFixed("taglines") ? Publication.Taglines : TaglinesIn(form),
            Email = Text("email", Publication.Email),
            TimeZone = Text("timeZone", Publication.TimeZone),
            Accent = Text("accent", Publication.Accent),
            AccentDark = Text("accentDark", Publication.AccentDark),
            SecurityContact = Text("securityContact", Publication.SecurityContact),
            Logo = form["noLogo"].Count > 0 ? "" : form["logoName"].ToString() is { Length: > 0 } tried && tried.StartsWith("logo-", StringComparison.Ordinal) ? Path.GetFileName(tried) : Publication.Logo,
            Languages = IsFixed("languages") ? Publication.Languages : [.. languages.Where(l => l.Length > 0).Distinct()],
            Navigation = navigation,
            Bars = IsFixed("bars") ? Publication.Bars : [.. Publication.Checks.Where(form["bars"].Contains)],
            SameAs = IsFixed("sameAs") ? Publication.SameAs : form["sameAs"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>Of a language that the form does not show, since it was not chosen before, the line stays.</summary>
    Dictionary<string, string>? TaglinesIn(IFormCollection form)
    {
        var lines = Languages.All.Select(language => (language, Text: form.TryGetValue($"tagline.{language}", out var given) ? given.ToString().Trim() : Publication.Taglines?.GetValueOrDefault(language) ?? ""))
            .Where(line => line.Text.Length > 0).ToDictionary(line => line.language, line => line.Text);
        return lines.Count > 0 ? lines : null;
    }

    /// <summary>Under a name of its own: the logo that readers see stays until the settings are saved, and for their history.</summary>
    async Task<string> KeepAsync(IFormFile logo)
    {
        using var content = new MemoryStream();
        await logo.CopyToAsync(content, Stop);
        var bytes = content.ToArray();
        var name = $"logo-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4))}{Path.GetExtension(logo.FileName).ToLowerInvariant()}";
        await System.IO.File.WriteAllBytesAsync(Path.Combine(settings.DataFolder, name), bytes, Stop);
        return name;
    }

    IEnumerable<string> Problems()
    {
        foreach (var (label, text, papers) in new[] { ("house.accent", Form.Accent, Publication.LightPapers), ("house.accent-dark", Form.AccentDark, Publication.DarkPapers) })
            if (Colour.TryParse(text, out var colour) && papers.Min(colour.ContrastWith) < Publication.ReadableContrast)
                yield return W.Fill("house.contrast", W[label], Ratio(text, papers), Publication.ReadableContrast.ToString(CultureInfo.InvariantCulture));
        foreach (var problem in Form.Problems().Where(p => !Publication.IsOfContrast(p))) yield return problem.In(W);
        foreach (var link in Form.SameAs.Where(l => !Uri.TryCreate(l, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))) yield return W.Fill("house.link-wrong", link);
        if (Form.Logo.Length == 0) yield break;
        string? wrong = null;
        try
        {
            Logo.Read(settings.DataFolder, Form.Logo);
        }
        catch (SettingsException e)
        {
            wrong = e.Sentence?.In(W) ?? e.Message;
        }
        if (wrong is not null) yield return wrong;
    }

    async Task<IActionResult> RefusedAsync(IReadOnlyList<string> problems)
    {
        await ShowAsync();
        return Refuse(problems);
    }

    async Task ShowAsync()
    {
        Title = W["house.settings"];
        Sections = await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(Stop);
        History = await Db.SettingsVersions.AsNoTracking().Newest().Take(Shown).ToListAsync(Stop);
    }
}

using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>The library: what there is, and how more comes in.</summary>
[Needs(Right.EditPictures)]
[RequestSizeLimit(PictureDesk.MostAtOnce), RequestFormLimits(MultipartBodyLengthLimit = PictureDesk.MostAtOnce)]
public sealed class PictureListModel(NewsroomDesk desk, PictureDesk pictures) : NewsroomPage(desk)
{
    const int OnOnePage = 60;

    public string Query { get; private set; } = "";
    public Sieve Sieve { get; private set; }
    public int Number { get; private set; } = 1;
    public int Pages { get; private set; } = 1;
    public int Total { get; private set; }
    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    /// <summary>What was brought in just now by a form.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; private set; } = [];

    public async Task OnGetAsync(string? q, Sieve sieve, int number = 1)
    {
        (Query, Sieve, Number) = ((q ?? "").Trim(), Enum.IsDefined(sieve) ? sieve : Sieve.All, Math.Clamp(number, 1, 100_000));
        await ShowAsync();
    }

    /// <summary>Many files of a form, for browsers without script.</summary>
    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile>? files)
    {
        List<Arrival> arrivals = [];
        foreach (var file in files ?? [])
        {
            await using var content = file.OpenReadStream();
            arrivals.Add(await pictures.TakeInAsync(content, NameOf(file.FileName), Me, Stop));
        }
        Arrivals = arrivals;
        await ShowAsync();
        return Arrivals.Count == 0 ? Refuse(W["pictures.no-file"]) : Arrivals is [{ Picture: { } only, IsNew: true }] ? Redirect($"/newsroom/pictures/{only.Id}") : Page();
    }

    /// <summary>One file, which is the whole body: answered by its line in the list of arrivals.</summary>
    public async Task<IActionResult> OnPostFileAsync(string? name) => Partial("_Arrival", (this, await pictures.TakeInAsync(Request.Body, NameOf(name), Me, Stop)));

    public string Way(int page) => Way(Sieve, page);

    public string Way(Sieve sieve, int page = 1) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/newsroom/pictures?sieve={sieve}{(Query.Length > 0 ? $"&q={Uri.EscapeDataString(Query)}" : "")}{(page > 1 ? $"&number={page}" : "")}");

    /// <summary>What has to be done about a picture, in a few words each.</summary>
    public IEnumerable<string> Flags(Picture picture)
    {
        if (RightsOf(picture) is { } rights) yield return rights;
        if (picture.Credit.Length == 0) yield return W["pictures.no-credit"];
        if (!picture.Decorative && picture.AlternativeText.IsEmpty) yield return W["pictures.no-text"];
    }

    /// <summary>That its rights end soon or have ended; null otherwise.</summary>
    public string? RightsOf(Picture picture) => this.Rights(picture);

    async Task ShowAsync()
    {
        Title = W["pictures"];
        var found = Db.Pictures.AsNoTracking().Named(Query).Sieved(Sieve, Db, Now);
        Total = await found.CountAsync(Stop);
        Pages = Math.Max(1, (Total + OnOnePage - 1) / OnOnePage);
        Number = Math.Min(Number, Pages);
        // By its end where that is what one looks for; else the newest first.
        var sorted = Sieve is Sieve.Ending ? found.OrderBy(p => p.RightsEndAt).ThenByDescending(p => p.Id) : found.OrderByDescending(p => p.Id);
        Pictures = await sorted.Skip((Number - 1) * OnOnePage).Take(OnOnePage).ToListAsync(Stop);
    }

    /// <summary>Some browsers give a whole path.</summary>
    static string NameOf(string? name) => (name ?? "").Split('/', '\\')[^1].Trim() is { Length: > 0 } given ? given.Length > 200 ? given[^200..] : given : "picture";
}

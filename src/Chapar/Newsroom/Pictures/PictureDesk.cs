using Chapar.Database;
using Chapar.Media;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>What became of a file that was brought in.</summary>
/// <param name="Picture">The new one, or the one that was here with the same bytes; null when the file was refused.</param>
/// <param name="IsNew">False when the same file is in the library already.</param>
/// <param name="LooksLike">Others that may be the same picture in another size or format.</param>
/// <param name="Refusal">A sentence that names the file and the bound; null when it was taken.</param>
public sealed record Arrival(Picture? Picture, bool IsNew, IReadOnlyList<Picture> LooksLike, Sentence? Refusal);

/// <summary>Takes pictures into the library: the one way for the library's page and the editor.</summary>
public sealed class PictureDesk(NewsDb db, PictureStore store, Publication publication, TimeProvider clock)
{
    /// <summary>Most bytes of what is sent at once by a form without script: ten pictures of the largest size.</summary>
    public const long MostAtOnce = 10 * PictureStore.MostBytes;

    static readonly string[] WrittenInLatin = ["en", "uz", "tk"];

    /// <summary>Keeps a file, with what it says of itself as its first words; saves.</summary>
    /// <param name="content">Its bytes; what they are is told by them alone.</param>
    /// <param name="name">The name it had on the device.</param>
    public async Task<Arrival> TakeInAsync(Stream content, string name, StaffMember by, CancellationToken stop)
    {
        Intake intake;
        try
        {
            intake = await store.TakeInAsync(content, name, by.Name, clock.GetUtcNow().UtcDateTime, stop);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new(null, false, [], PictureStore.TooLarge(name));
        }
        if (!intake.IsTaken) return new(null, false, [], intake.Refusal);
        var digest = intake.Picture.Digest;
        if (await db.Pictures.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.Digest == digest, stop) is { } same) return new(same, false, [], null);
        intake.Picture.TakeOver(intake.Notes, LanguageOf(intake.Notes.Caption));
        var alike = await db.LikeAsync(intake.Picture, stop);
        db.Add(intake.Picture);
        await db.SaveChangesAsync(stop);
        return new(intake.Picture, true, alike, null);
    }

    /// <summary>Files do not say in which language their caption is: its letters rule out half of ours.</summary>
    string LanguageOf(string caption) => caption.Any(c => c is >= '\u0400' and <= '\u04FF')
        ? publication.Languages.FirstOrDefault(l => !WrittenInLatin.Contains(l)) ?? publication.MainLanguage
        : publication.Languages.FirstOrDefault(WrittenInLatin.Contains) ?? publication.MainLanguage;
}

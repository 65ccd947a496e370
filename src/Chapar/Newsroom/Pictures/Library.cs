using Chapar.Database;
using Chapar.Media;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Newsroom.Pictures;

/// <summary>What the library can be looked through for.</summary>
public enum Sieve { All, Ending, Ended, NoCredit, NoText, Unused }

/// <summary>The pictures of the house, as staff look for them.</summary>
public static class Library
{
    const int MostAlike = 6;

    /// <summary>Pictures in whose words all of these begin somewhere: "bridge nar" finds "The bridge at Naryn".</summary>
    public static IQueryable<Picture> Named(this IQueryable<Picture> pictures, string words)
    {
        foreach (var word in Folding.Words(words).Take(8))
        {
            // Letters and digits only, so that nothing in it is a sign of LIKE.
            var pattern = $"% {word}%";
            pictures = pictures.Where(p => EF.Functions.Like(" " + p.FoldedWords, pattern));
        }
        return pictures;
    }

    public static IQueryable<Picture> Sieved(this IQueryable<Picture> pictures, Sieve sieve, NewsDb db, DateTime now)
    {
        var soon = now + Picture.Warning;
        return sieve switch
        {
            Sieve.Ending => pictures.Where(p => p.RightsEndAt > now && p.RightsEndAt <= soon),
            Sieve.Ended => pictures.Where(p => p.RightsEndAt <= now),
            Sieve.NoCredit => pictures.Where(p => p.Credit == ""),
            Sieve.NoText => pictures.Where(p => !p.Decorative && p.AlternativeText == LocalText.Empty),
            Sieve.Unused => pictures.Where(p => !db.PictureUses.Any(u => u.PictureId == p.Id) && !db.Authors.Any(a => a.PhotoId == p.Id) && !db.FrontSlots.Any(s => s.PictureId == p.Id)),
            _ => pictures,
        };
    }

    /// <summary>Pictures that look like one, the most alike first.</summary>
    public static async Task<IReadOnlyList<Picture>> LikeAsync(this NewsDb db, Picture picture, CancellationToken stop)
    {
        if (picture.Likeness is not { } likeness) return [];
        var all = await db.Pictures.Where(p => p.Likeness != null && p.Id != picture.Id).Select(p => new { p.Id, Likeness = p.Likeness!.Value }).ToListAsync(stop);
        List<Guid> alike = [.. all.Where(p => Likeness.Distance(p.Likeness, likeness) <= Likeness.MostApart).OrderBy(p => Likeness.Distance(p.Likeness, likeness)).Take(MostAlike).Select(p => p.Id)];
        if (alike.Count == 0) return [];
        return [.. (await db.Pictures.AsNoTracking().Where(p => alike.Contains(p.Id)).ToListAsync(stop)).OrderBy(p => alike.IndexOf(p.Id))];
    }

    /// <summary>A small rendition: what readers get or, where they get none any more, what this site shows to staff.</summary>
    public static string Thumbnail(this Picture picture, DateTime now)
    {
        var face = picture.Face();
        return picture.MayBeShown(now) ? Renditions.Address(face, Shape.Whole, Renditions.WidthsOf(face)[0], "jpg") : $"/newsroom/pictures/{picture.Id}?handler=Look";
    }
}

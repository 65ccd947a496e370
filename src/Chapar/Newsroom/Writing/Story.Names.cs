using Chapar.Names;
using Chapar.Newsroom.Writing.Naming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What whoever writes decides about known names: that one stands as it is written.</summary>
public sealed partial class StoryModel
{
    /// <summary>Whether it can be left as it stands, or asked about again, by who looks at it.</summary>
    public bool MayLeave(NamePoint point) => MayWrite && point.Way.Length <= KnownName.LongestSpelling;

    /// <summary>Leaves a way of writing a name as it stands in this story, or asks about it again: the checklist for the editor, the page for a form.</summary>
    /// <param name="way">As the checklist gave it.</param>
    /// <param name="asked">True to be told of it again.</param>
    public async Task<IActionResult> OnPostLeaveAsync(Guid id, string? way, bool asked)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayWrite) return StatusCode(StatusCodes.Status403Forbidden);
        if (way is not { Length: > 0 and <= KnownName.LongestSpelling }) return BadRequest();
        var left = await Db.LeftNames.FirstOrDefaultAsync(l => l.ArticleId == id && l.Way == way, Stop);
        if (asked == left is not null)
        {
            if (left is null) Db.Add(new LeftName(id, way));
            else Db.Remove(left);
            Db.Note(Me.Name, asked ? "NameAsked" : "NameLeft", id, Now, way);
            try
            {
                await Db.SaveChangesAsync(Stop);
            }
            catch (DbUpdateException)
            {
                // Two who write together have said the same.
                Db.ChangeTracker.Clear();
                await FindAsync(id);
            }
        }
        if (!Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)) return Redirect($"/newsroom/stories/{id}");
        return Answer(StatusCodes.Status200OK, Told(await CheckAsync()));
    }
}

using Chapar.Articles;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom.Writing;

/// <summary>Handing a story to another desk, and taking it back.</summary>
public sealed partial class StoryModel
{
    /// <param name="desk">The section whose desk it goes to.</param>
    /// <param name="note">What the desk is to know, or nothing.</param>
    public async Task<IActionResult> OnPostSendToDeskAsync(Guid id, Guid desk, string? note)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayWrite) return StatusCode(StatusCodes.Status403Forbidden);
        if (!MaySendToDesk) return await RefuseAsync(Refusal.Of("refused.desk-public"));
        Sections = await SectionsAsync();
        if (!Sections.Any(section => section.Id == desk)) return await RefuseAsync(Refusal.Of("refused.desk-unknown"));
        var name = DeskName(desk);
        if (Draft.SendToDesk(desk, name, note, Me.Id, Me.Name, Now) is { } refusal) return await RefuseAsync(refusal);
        return await HandedAsync(Draft.Handover?.Note is { } said ? new Sentence("story.to-desk-saying", name, Me.Name, said) : new Sentence("story.to-desk", name, Me.Name), W.Fill("story.said.to-desk", name));
    }

    /// <summary>Who sent it, or who may write in it here, has it back as long as nobody there has taken it on.</summary>
    public async Task<IActionResult> OnPostTakeFromDeskAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayTakeFromDesk) return StatusCode(StatusCodes.Status403Forbidden);
        Sections = await SectionsAsync();
        var name = AtDesk ?? "";
        if (Draft.TakeFromDesk(Me.Name, Now) is { } refusal) return await RefuseAsync(refusal);
        return await HandedAsync(new Sentence("story.from-desk", name, Me.Name), W.Fill("story.said.from-desk", name));
    }

    /// <summary>The history of the story shows each hand it went through, with its words of then.</summary>
    async Task<IActionResult> HandedAsync(Sentence note, string said)
    {
        if (!IsAtWork) Db.Add(Draft);
        Draft.Keep(Article, note, Now);
        return await SaveAsync(said);
    }
}

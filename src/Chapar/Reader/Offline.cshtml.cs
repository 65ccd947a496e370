using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>
/// Says that and what the browser keeps for reading offline. The worker keeps this page too: offline it is the answer for what is not kept, and it
/// has the words in which a kept page says that it is one.
/// </summary>
public sealed class OfflineModel(ReaderDesk desk) : ReaderPage(desk)
{
    public PageResult OnGet()
    {
        Head.Title = W["offline"];
        Head.Description = W.Fill("offline-intro", OfflineFiles.MostArticles);
        Head.Canonical = $"{Prefix}/offline";
        // A page for who has it, not one to be found.
        Head.NoIndex = true;
        Head.Translations = [.. Publication.Languages.Select(l => (l, $"{Publication.Prefix(l)}/offline"))];
        return Kept();
    }
}

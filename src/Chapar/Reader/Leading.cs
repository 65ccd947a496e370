using Chapar.Pages;

namespace Chapar.Reader;

/// <summary>Leads to another address for good (301).</summary>
static class Leading
{
    /// <summary>How long a browser may remember where a way of writing leads.</summary>
    const string ForAWhile = "public, max-age=300";

    /// <param name="response">Nothing of it has been sent.</param>
    /// <param name="to">As it stands in a header.</param>
    /// <param name="isOfForm">
    /// Whether the way of writing alone says where it leads (a slash at the end, upper case, "/en/"), which nobody can take back. All else an editor
    /// may undo the next minute, and who remembered a rename and then its undoing would be led in a circle: it is asked for each time, also by
    /// caches outside, which could not be told to forget it.
    /// </param>
    public static void Send(HttpResponse response, string to, bool isOfForm)
    {
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = to;
        response.Headers.CacheControl = isOfForm ? ForAWhile : PageDelivery.AskEachTime;
    }
}

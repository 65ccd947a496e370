using System.Reflection;
using Chapar.Database;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Newsroom;

/// <summary>What every page of the newsroom has: who asks, what they may, and the words of their language.</summary>
public abstract class NewsroomPage(NewsroomDesk desk) : PageModel
{
    const string NoticeKey = "notice";

    public NewsroomDesk Desk { get; } = desk;
    public NewsDb Db => Desk.Db;
    public Publication Publication => Desk.Publication;

    /// <summary>Who asks; null on the pages before signing in.</summary>
    public SignedIn? SignedIn => HttpContext.Features.Get<SignedIn>();

    /// <summary>Who asks, on pages that need somebody.</summary>
    /// <exception cref="InvalidOperationException">The page lets in everybody: ask <see cref="SignedIn"/>.</exception>
    public StaffMember Me => SignedIn?.Member ?? throw new InvalidOperationException("Nobody is signed in on this page.");

    public string Language => field ??= SignedIn?.Member.Language ?? NewsroomLanguages.Of(Request, Publication);

    public Words W => field ??= Words.In(Language);

    public Dates Dates => field ??= new Dates(W, Publication.Zone);

    /// <summary>The present instant, UTC; the same throughout one page.</summary>
    public DateTime Now => field == default ? field = Desk.Clock.GetUtcNow().UtcDateTime : field;

    /// <summary>What stands in the window's title and as the heading of the page.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>What the last act did, said once, on the page that follows it.</summary>
    public string? Notice => TempData[NoticeKey] as string;

    /// <summary>Why what was asked for was not done: sentences for this page.</summary>
    public List<string> Refusals { get; } = [];

    public CancellationToken Stop => HttpContext.RequestAborted;

    public bool May(Right right) => Me.May(right);

    /// <param name="right">One of a story.</param>
    /// <param name="sectionId">The story's section; null while it has none.</param>
    public bool May(Right right, Guid? sectionId) => Me.May(right, sectionId);

    /// <summary>Says what was done; redirect afterwards, so that "reload" does not do it again.</summary>
    protected void Say(string notice) => TempData[NoticeKey] = notice;

    /// <summary>The page again, with a sentence that says why nothing was done (400).</summary>
    protected PageResult Refuse(params IEnumerable<string> reasons)
    {
        Refusals.AddRange(reasons);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>
    /// A handler can need more than its page: [Needs] on the method. Pages' own needs are kept by routing. A handler that the page has not is
    /// not found: Razor would show the page without having loaded anything.
    /// </summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Count > 0)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }
        if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsAttribute>() is { } needs && !May(needs.Right))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return Task.CompletedTask;
        }
        return next();
    }
}

/// <summary>What a page of the newsroom asks the house for.</summary>
public sealed class NewsroomDesk(NewsDb db, Publication publication, TimeProvider clock)
{
    public NewsDb Db { get; } = db;
    public Publication Publication { get; } = publication;
    public TimeProvider Clock { get; } = clock;
}

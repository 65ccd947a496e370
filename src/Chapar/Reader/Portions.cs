using Chapar.Export;
using Chapar.Fronts;
using Chapar.Pages;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>
/// Takes "/text" or "/full" off an address, so that each page has one route, and turns the links of the page that comes back: they are
/// turned in one place, where none can be forgotten.
/// </summary>
public sealed class Portions(RequestDelegate next, Publication publication)
{
    public Task InvokeAsync(HttpContext context)
    {
        // A draft that one of the staff looks at, or a file: always all of it.
        if (context.Features.Get<FrontPreview>() is not null || context.Features.Get<StaticEdition>() is not null) return next(context);
        var saves = SaveData.IsAsked(context.Request.Headers);
        foreach (var prefix in new[] { Portion.Text, Portion.Full })
            if (context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest)) return AnswerAsync(context, new(prefix == Portion.Text, saves, prefix), rest);
        if (saves) context.Features.Set(new Portion(true, true, ""));
        return next(context);
    }

    Task AnswerAsync(HttpContext context, Portion portion, PathString rest)
    {
        if (rest == "/")
        {
            Leading.Send(context.Response, portion.Prefix + context.Request.QueryString, isOfForm: true);
            return Task.CompletedTask;
        }
        context.Features.Set(portion);
        return TurnedPage.AnswerAsync(context, next, rest, portion.Lead,
            page => EditionLinks.InHtml(page, (element, address) => element is "a" or "form" ? portion.Lead(TurnedPage.Own(publication, address)) : null));
    }
}

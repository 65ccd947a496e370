using Chapar.Fronts;
using Chapar.Settings;
using Chapar.Text.Scripts;

namespace Chapar.Reader;

/// <summary>
/// Takes "/kk-latn" or "/uz-cyrl" off an address, asks for the same page of the language, and puts what comes back into the other script: text,
/// titles and links, in one place where none can be forgotten (decision 022).
/// </summary>
public sealed class OtherScripts(RequestDelegate next, Publication publication)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<FrontPreview>() is not null) return next(context);
        foreach (var script in OtherScript.All)
            if (publication.Languages.Contains(script.Language) && context.Request.Path.StartsWithSegments("/" + script.Folder, StringComparison.Ordinal, out var rest))
                return AnswerAsync(context, script, rest);
        return next(context);
    }

    Task AnswerAsync(HttpContext context, OtherScript script, PathString rest)
    {
        if (rest == "/")
        {
            Leading.Send(context.Response, $"/{script.Folder}{context.Request.QueryString}", isOfForm: true);
            return Task.CompletedTask;
        }
        context.Features.Set(script);
        var page = new ScriptedPage(script, [publication.Name], address => Lead(publication, script, TurnedPage.Own(publication, address)));
        return TurnedPage.AnswerAsync(context, next, publication.Prefix(script.Language) + rest.Value, to => Lead(publication, script, to), page.Turn);
    }

    /// <summary>Where a page stands in the other script; null for what is no page of that language.</summary>
    /// <param name="address">A path with what may follow it, also behind "/text" or "/full".</param>
    public static string? Lead(Publication publication, OtherScript script, string address)
    {
        foreach (var portion in new[] { Portion.Text, Portion.Full })
            if (Portion.IsUnder(address, portion)) return Lead(publication, script, address[portion.Length..] is ['/', ..] rest ? rest : "/" + address[portion.Length..]) is { } inside ? portion + inside : null;
        if (!Portion.IsPage(address)) return null;
        var prefix = publication.Prefix(script.Language);
        var isOwn = prefix.Length > 0
            ? Portion.IsUnder(address, prefix)
            : !publication.Languages.Skip(1).Select(publication.Prefix).Concat(OtherScript.All.Select(other => "/" + other.Folder)).Any(other => Portion.IsUnder(address, other));
        return isOwn ? Portion.Behind("/" + script.Folder, prefix.Length > 0 && address.Length == prefix.Length ? "/" : address[prefix.Length..]) : null;
    }
}

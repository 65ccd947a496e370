using Chapar.Rates;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>The addresses of lists; pages with one address say it themselves, articles and sections are found by <see cref="AddressTransformer"/>.</summary>
public static class ReaderRoutes
{
    static readonly string[] kinds = ["places", "topics", "authors", "formats"];

    /// <summary>Whether the front or a list of one of the kinds answers at this address in any case, so that nothing found by its address in the database ever does.</summary>
    /// <param name="path">Without the language.</param>
    public static bool IsTaken(string path) => path is "" or "/" || path.Split('/') is ["", var kind, { Length: > 0 }, .. var more] && more is [] or ["page", { Length: > 0 }] && kinds.Contains(kind);

    public static void Add(RazorPagesOptions options)
    {
        foreach (var list in (string[])[.. kinds.Select(kind => kind + "/{slug}"), "archive", "archive/{year:int}", "archive/{year:int}/{month:int}"])
        {
            options.Conventions.AddPageRoute("/Reader/List", list);
            options.Conventions.AddPageRoute("/Reader/List", list + "/page/{number}");
        }
        AddRates(options);
        // Readers' pages are read; whatever is sent to them is answered 405 with what is allowed.
        options.Conventions.AddFolderRouteModelConvention("/Reader", page =>
        {
            foreach (var selector in page.Selectors) selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
    }

    static void AddRates(RazorPagesOptions options)
    {
        const string Money = "{money:regex(^(usd|eur|rub)$)}", Turned = "{turned:regex(^inverse$)}", Pair = "rates/{pair:regex(^[a-z]{{3}}-[a-z]{{3}}$)}";
        foreach (var (page, route) in new[]
        {
            ("Market", $"rates/{Money}"), ("Market", $"rates/{Money}/{Turned}"),
            ("Bank", $"rates/{{bank:regex(^({string.Join('|', RateSources.All.Select(s => s.Key))})$)}}"),
            ("Pair", Pair), ("Pair", Pair + "/{range:regex(^(month|year|five-years|all)$)}"),
            ("Day", Pair + @"/{day:regex(^\d{{4}}-\d\d-\d\d$)}"),
            ("Embed", $"rates/embed/{Money}"), ("Embed", $"rates/embed/{Money}/{Turned}"),
        })
            options.Conventions.AddPageRoute($"/Reader/Markets/{page}", route);
    }
}

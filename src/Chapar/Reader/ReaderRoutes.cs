using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>The addresses of lists; pages with one address say it themselves, articles and sections are found by <see cref="AddressTransformer"/>.</summary>
public static class ReaderRoutes
{
    public static void Add(RazorPagesOptions options)
    {
        string[] lists = ["places/{slug}", "topics/{slug}", "authors/{slug}", "formats/{slug}", "archive", "archive/{year:int}", "archive/{year:int}/{month:int}"];
        foreach (var list in lists)
        {
            options.Conventions.AddPageRoute("/Reader/List", list);
            options.Conventions.AddPageRoute("/Reader/List", list + "/page/{number}");
        }
        // Readers' pages are read; whatever is sent to them is answered 405 with what is allowed.
        options.Conventions.AddFolderRouteModelConvention("/Reader", page =>
        {
            foreach (var selector in page.Selectors) selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
    }
}

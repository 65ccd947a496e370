using Microsoft.AspNetCore.Routing.Patterns;

namespace Chapar.Pages;

/// <summary>Routes that are made ready when somebody first asks for them.</summary>
static class WhenAsked
{
    /// <summary>
    /// Maps a handler that names what it needs as its parameters. What reads them is made of expressions: for forty routes at once, at the start, it took
    /// as long as all pages of readers, and most starts are asked for none of them.
    /// </summary>
    public static RouteHandlerBuilder MapWhenAsked(this IEndpointRouteBuilder app, string pattern, IEnumerable<string> methods, Delegate handler)
    {
        Lazy<RequestDelegate> ready = new(() => RequestDelegateFactory.Create(handler, new()
        {
            ServiceProvider = app.ServiceProvider,
            RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(parameter => parameter.Name),
        }).RequestDelegate);
        return new([app.MapMethods(pattern, methods, context => ready.Value(context))]);
    }
}

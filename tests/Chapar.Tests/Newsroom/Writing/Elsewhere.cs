using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>Another site, on this machine; what it was asked, in order.</summary>
sealed class Elsewhere : IAsyncDisposable
{
    readonly WebApplication app;

    Elsewhere(WebApplication app, List<string> asked) => (this.app, Asked) = (app, asked);

    public List<string> Asked { get; }
    public string Address => app.Urls.First();

    public static async Task<Elsewhere> StartAsync(Func<HttpContext, Task> answer)
    {
        List<string> asked = [];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context =>
        {
            lock (asked) asked.Add($"{context.Request.Method} {context.Request.Path}{(context.Request.Headers.Range.Count > 0 ? " " + context.Request.Headers.Range : "")}");
            return answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, asked);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

using Chapar.Export;
using Chapar.Pages;
using Chapar.Settings;
using Microsoft.AspNetCore.TestHost;

namespace Chapar.Hosting;

/// <summary>The site inside a command: asked for pages without a network, and without what a served site does in the background.</summary>
sealed class InnerSite : IAsyncDisposable
{
    readonly WebApplication app;
    readonly TestServer server;

    InnerSite(WebApplication app) => (this.app, server) = (app, (TestServer)app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>());

    public IServiceProvider Services => app.Services;

    public static async Task<InnerSite> OpenAsync(ChaparSettings settings, TimeProvider clock)
    {
        var app = ChaparApp.Build(settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(clock);
            foreach (var loop in builder.Services.Where(IsLoop).ToList()) builder.Services.Remove(loop);
        });
        if (settings.Database.Postgres.Length == 0) await ChaparApp.MigrateAsync(app.Services);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>What the site answers to a reader who asks for an address.</summary>
    public async Task<SiteAnswer> AskAsync(string address, Stream body, CancellationToken stop)
    {
        var context = await server.SendAsync(asked =>
        {
            asked.Request.Method = HttpMethods.Get;
            (asked.Request.Scheme, asked.Request.Host) = ("http", new HostString("localhost"));
            asked.Request.Path = PathString.FromUriComponent(address);
            asked.Features.Set(new StaticEdition());
        }, stop);
        await context.Response.Body.CopyToAsync(body, stop);
        var rendering = context.Features.Get<Rendering>();
        return new(context.Response.StatusCode, context.Response.ContentType ?? "", context.Response.Headers.Location, rendering is { IsKept: true } ? rendering.Names : [], rendering?.GoodUntil);
    }

    static bool IsLoop(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && (service.ImplementationFactory is not null || service.ImplementationType?.Namespace?.StartsWith("Chapar", StringComparison.Ordinal) == true);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

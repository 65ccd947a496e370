using Chapar.Export;
using Chapar.Pages;
using Chapar.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Chapar.Hosting;

/// <summary>The site inside a command: asked for pages without a network, and without what a served site does in the background.</summary>
sealed class InnerSite : IAsyncDisposable
{
    readonly WebApplication app;
    readonly Desk desk;
    readonly StaticEdition edition;

    InnerSite(WebApplication app, Desk desk, StaticEdition edition) => (this.app, this.desk, this.edition) = (app, desk, edition);

    public IServiceProvider Services => app.Services;

    /// <param name="settings">All settings, with the address at which the files will be served.</param>
    /// <param name="elsewhere">The other addresses of the newspaper.</param>
    /// <param name="clock">The time.</param>
    public static async Task<InnerSite> OpenAsync(ChaparSettings settings, IReadOnlyList<string> elsewhere, TimeProvider clock)
    {
        var desk = new Desk();
        // Each on a core of its own: the site takes as long to be put together as its database to be brought up to date.
        var opening = Task.Run(() => House.BringUpToDateAsync(settings, clock));
        var app = ChaparApp.Build(settings, builder =>
        {
            builder.Services.AddSingleton<IServer>(desk);
            builder.Services.AddSingleton(clock);
            foreach (var loop in builder.Services.Where(IsLoop).ToList()) builder.Services.Remove(loop);
        });
        await opening;
        await app.StartAsync();
        return new(app, desk, new StaticEdition(elsewhere));
    }

    /// <summary>What the site answers to a reader who asks for an address.</summary>
    public async Task<SiteAnswer> AskAsync(string address, Stream body, CancellationToken stop)
    {
        var response = new Answered();
        var answer = new StreamResponseBodyFeature(body);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = "http",
            Protocol = "HTTP/1.1",
            Path = PathString.FromUriComponent(address).Value!,
            Headers = new HeaderDictionary { ["Host"] = "localhost" },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(answer);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = stop });
        features.Set(edition);
        try
        {
            await desk.Answer(features);
            await answer.CompleteAsync();
        }
        finally
        {
            await response.EndAsync();
        }
        var rendering = features.Get<Rendering>();
        return new(response.StatusCode, response.Headers.ContentType.ToString(), response.Headers.Location, rendering is { IsKept: true } ? rendering.Names : [], rendering?.GoodUntil);
    }

    static bool IsLoop(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && (service.ImplementationFactory is not null || service.ImplementationType?.Namespace?.StartsWith("Chapar", StringComparison.Ordinal) == true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>
    /// Says that the answer is over, as a network does: only then are its services let go, among them the connection to the database, which the
    /// next page takes over with all that is read into it.
    /// </summary>
    sealed class Answered : HttpResponseFeature
    {
        readonly Stack<(Func<object, Task> Act, object Of)> then = new();

        public override void OnCompleted(Func<object, Task> callback, object state) => then.Push((callback, state));

        public async Task EndAsync()
        {
            while (then.TryPop(out var last)) await last.Act(last.Of);
        }
    }

    /// <summary>Stands where the network would: hands what is asked to the program.</summary>
    sealed class Desk : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Func<IFeatureCollection, Task> Answer { get; private set; } = _ => throw new InvalidOperationException("The site has not begun.");

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
        {
            Answer = async features =>
            {
                var context = application.CreateContext(features);
                Exception? wrong = null;
                try
                {
                    await application.ProcessRequestAsync(context);
                }
                catch (Exception e)
                {
                    wrong = e;
                    throw;
                }
                finally
                {
                    application.DisposeContext(context, wrong);
                }
            };
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}

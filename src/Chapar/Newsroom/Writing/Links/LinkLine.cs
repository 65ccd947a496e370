using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Chapar.Articles;
using Chapar.Settings;

namespace Chapar.Newsroom.Writing.Links;

/// <summary>Asks an address on another site whether something stands there: HEAD, and one byte by GET where HEAD is refused.</summary>
public sealed class LinkLine : IDisposable
{
    /// <summary>For one address with all its redirects.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As many as browsers follow in practice; more is a loop.</summary>
    const int MostRedirects = 10;

    readonly HttpClient http;
    readonly TimeProvider clock;

    public LinkLine(PublicNet net, Publication publication, TimeProvider clock)
    {
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            // Each step is looked at here, and no proxy hides where it leads.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = net.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = 64,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"Mozilla/5.0 (compatible; Chapar/1.0; +{publication.BaseUrl})");
        http.DefaultRequestHeaders.Accept.ParseAdd("*/*");
    }

    public async Task<(LinkOutcome Outcome, int? Status)> AskAsync(string address, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            var head = await FollowAsync(HttpMethod.Head, address, limit.Token);
            // Many servers know no HEAD, and some answer it wrongly.
            return head.Outcome == LinkOutcome.Refuses ? await FollowAsync(HttpMethod.Get, address, limit.Token) : head;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (LinkOutcome.TooSlow, null);
        }
        catch (HttpRequestException e)
        {
            return (OfFailure(e), null);
        }
    }

    async Task<(LinkOutcome Outcome, int? Status)> FollowAsync(HttpMethod method, string address, CancellationToken stop)
    {
        for (int step = 0; step <= MostRedirects; step++)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0) return (LinkOutcome.NotPublic, null);
            using var request = new HttpRequestMessage(method, uri);
            if (method == HttpMethod.Get) request.Headers.Range = new RangeHeaderValue(0, 0);
            // Only the head of the answer is read, whatever comes after it.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var status = (int)answer.StatusCode;
            if (status is < 300 or >= 400 || answer.Headers.Location is not { } next) return (IsThere(answer.StatusCode) ? LinkOutcome.Answers : LinkOutcome.Refuses, status);
            address = new Uri(uri, next).AbsoluteUri;
        }
        return (LinkOutcome.Circle, null);
    }

    /// <summary>Where people must sign in or pay, or machines are turned away, something stands all the same.</summary>
    static bool IsThere(HttpStatusCode status) => (int)status is < 400 or 401 or 402 or 403 or 416 or 429 or 451 or 999;

    static LinkOutcome OfFailure(HttpRequestException error)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is NotPublicException) return LinkOutcome.NotPublic;
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) return LinkOutcome.NoSite;
        }
        return LinkOutcome.NoConnection;
    }

    public void Dispose() => http.Dispose();
}

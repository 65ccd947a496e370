using System.Net;
using System.Net.Sockets;

namespace Chapar.BrowserTests;

/// <summary>The way to the site, which can be cut: what a browser is told to be offline does not reach its service worker in every version.</summary>
sealed class Cable : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource cut = new();
    readonly Uri site;
    readonly Task carrying;

    public Cable(Site site)
    {
        this.site = new Uri(site.Address);
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        carrying = CarryAllAsync();
    }

    public string Address { get; }

    /// <summary>From now on nobody gets through, nor does what is under way.</summary>
    public async Task CutAsync()
    {
        listener.Stop();
        await cut.CancelAsync();
        await carrying;
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        cut.Dispose();
        listener.Dispose();
    }

    async Task CarryAllAsync()
    {
        List<Task> calls = [];
        try
        {
            while (true) calls.Add(CarryAsync(await listener.AcceptTcpClientAsync(cut.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        await Task.WhenAll(calls);
    }

    async Task CarryAsync(TcpClient caller)
    {
        using (caller)
        {
            try
            {
                using var called = new TcpClient();
                await called.ConnectAsync(site.Host, site.Port, cut.Token);
                var (here, there) = (caller.GetStream(), called.GetStream());
                await Task.WhenAny(here.CopyToAsync(there, cut.Token), there.CopyToAsync(here, cut.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
            {
                // Cut, or one of the two hung up.
            }
        }
    }
}

using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Chapar.Pages.Transport;

/// <summary>Where readers' connections come from on Linux: the server's place for a transport of one's own. Elsewhere, and for sockets that are no TCP, the server uses its own.</summary>
public sealed class KeptPageTransport(KeptPageAnswers pages) : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    /// <summary>Connections that the system makes before they are asked for, as the server's own transport has it.</summary>
    const int MostWaiting = 512;

    readonly Lazy<SocketWatch[]> watches = new(() => [.. Enumerable.Range(1, Environment.ProcessorCount).Select(number => new SocketWatch(number))]);

    public bool CanBind(EndPoint endpoint) => OperatingSystem.IsLinux() && endpoint is IPEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        Socket socket;
        try
        {
            socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            // What the server looks for to say it in words.
            throw new AddressInUseException(e.Message, e);
        }
        socket.Listen(MostWaiting);
        return ValueTask.FromResult<IConnectionListener>(new Listener(socket, watches.Value, pages));
    }

    public void Dispose()
    {
        if (!watches.IsValueCreated) return;
        foreach (var watch in watches.Value) watch.Close();
    }

    sealed class Listener(Socket socket, SocketWatch[] watches, KeptPageAnswers pages) : IConnectionListener
    {
        static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

        int turn;

        public EndPoint EndPoint { get; } = socket.LocalEndPoint!;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (true)
                try
                {
                    return Begin(await socket.AcceptAsync(cancellationToken));
                }
                catch (Exception e) when (e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
                {
                    // Unbound.
                    return null;
                }
                catch (Exception e) when (e is SocketException or Win32Exception)
                {
                    // One reader went before we came to the door; or there are as many as the system lets us have, and one has to go first.
                    if (e is not SocketException { SocketErrorCode: not SocketError.TooManyOpenSockets }) await Task.Delay(Rest, pages.Clock, cancellationToken);
                }
        }

        ReaderConnection Begin(Socket accepted)
        {
            try
            {
                accepted.NoDelay = true;
                return new ReaderConnection(accepted, watches[turn++ % watches.Length], pages);
            }
            catch (Exception e) when (e is SocketException or Win32Exception)
            {
                accepted.Dispose();
                throw;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Chapar.Pages.Transport;

sealed partial class ReaderConnection
{
    async ValueTask<int> ReceiveAsync(Memory<byte> into, CancellationToken stop)
    {
        if (held.IsEmpty)
            try
            {
                return isEnded ? 0 : await socket.ReceiveAsync(into, SocketFlags.None, stop);
            }
            catch (SocketException)
            {
                return 0;
            }
        var count = int.Min(shown > 0 ? shown : held.Length, into.Length);
        held.Span[..count].CopyTo(into.Span);
        held = held[count..];
        shown = int.Max(shown - count, 0);
        return count;
    }

    /// <summary>Sends all of it. A reader who has gone is no error of the page that writes: it is told so by <see cref="BaseConnectionContext.ConnectionClosed"/>.</summary>
    async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            while (!bytes.IsEmpty && !isEnded) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, stop)..];
        }
        catch (SocketException)
        {
            isEnded = true;
            SayClosed();
        }
    }

    /// <summary>The connection as the server reads and writes it.</summary>
    sealed class Bytes(ReaderConnection connection) : Stream
    {
        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => connection.ReceiveAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => connection.SendAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

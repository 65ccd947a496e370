using System.IO.Pipelines;

namespace Chapar.Pages;

/// <summary>A connection's writer that lets its caller go on in the pool when it had to wait: see <see cref="KeptPageReader.Hop"/>.</summary>
sealed class HoppingWriter(PipeWriter connection) : PipeWriter
{
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Hopped(connection.FlushAsync(cancellationToken));

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => Hopped(connection.WriteAsync(source, cancellationToken));

    static ValueTask<FlushResult> Hopped(ValueTask<FlushResult> writing) => writing.IsCompleted ? writing : WaitAsync(writing);

    static async ValueTask<FlushResult> WaitAsync(ValueTask<FlushResult> writing)
    {
        var result = await writing;
        await KeptPageReader.Hop();
        return result;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => connection.GetMemory(sizeHint);
    public override Span<byte> GetSpan(int sizeHint = 0) => connection.GetSpan(sizeHint);
    public override void Advance(int bytes) => connection.Advance(bytes);
    public override bool CanGetUnflushedBytes => connection.CanGetUnflushedBytes;
    public override long UnflushedBytes => connection.UnflushedBytes;
    public override void CancelPendingFlush() => connection.CancelPendingFlush();
    public override void Complete(Exception? exception = null) => connection.Complete(exception);
}

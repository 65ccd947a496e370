using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Chapar.Pages.Transport;

/// <summary>
/// What the server sees of a connection's bytes: all but the plain questions for kept pages. The server asks for bytes when it has sent its last answer, so
/// between two of its requests the connection is ours, and it is shown one request at a time.
/// </summary>
/// <remarks>
/// Nothing is answered unless the bytes surely begin a request: the head that the server was given last was whole, had no body, and was taken to its last
/// byte. From the first doubt on the connection is the server's. See docs/decisions/019.
/// </remarks>
sealed class KeptPageReader(PipeReader bytes, ReaderConnection connection) : PipeReader
{
    volatile bool isOurs = true;

    // Bytes of the head that the server was given; -1 when what follows it is not a request.
    int headLength = -1;
    ReadOnlySequence<byte> given;
    volatile bool isCanceled;

    /// <summary>Whether the server has asked to be let go, and has not been as yet.</summary>
    public bool IsCanceled => isCanceled;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (isOurs) headLength = await connection.NextAsync(this);
        if (isCanceled)
        {
            isCanceled = false;
            return new ReadResult(default, isCanceled: true, isCompleted: false);
        }
        var read = await bytes.ReadAsync(cancellationToken);
        if (read.IsCanceled) isCanceled = false;
        given = read.Buffer;
        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        // Nothing was given to a server that was let go.
        if (isOurs && given.IsEmpty) return;
        if (isOurs) isOurs = headLength > 0 && given.GetOffset(consumed) - given.GetOffset(given.Start) == headLength;
        given = default;
        bytes.AdvanceTo(consumed, examined);
    }

    public override bool TryRead(out ReadResult result)
    {
        // Not between two requests.
        isOurs = false;
        return bytes.TryRead(out result);
    }

    public override void CancelPendingRead()
    {
        isCanceled = true;
        if (isOurs) connection.StopWatching();
        else bytes.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => bytes.Complete(exception);
}

using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Chapar.Pages;

/// <summary>
/// What a connection's reader sees of its bytes: all but the plain questions for kept pages, which are answered before the server takes a request
/// apart. The server asks for bytes when it has sent its last answer, so between two of its requests the connection is ours.
/// </summary>
/// <remarks>
/// Nothing is answered here unless the bytes surely begin a request: the head that the server was given last was whole, had no body, and was taken to its
/// last byte. From the first doubt on the connection is the server's. It does nothing that waits: see docs/decisions/019.
/// </remarks>
sealed class KeptPageReader(PipeReader connection, PipeWriter answers, KeptPageAnswers pages) : PipeReader
{
    /// <summary>The server ends a connection on which it has seen no request for two minutes: it is to see one.</summary>
    const long LongestAlone = 30_000;

    bool isOurs = true;
    ReadOnlySequence<byte> given;

    // Bytes of the head that the server was given; -1 when what follows it is not a request.
    int headLength = -1;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var until = Environment.TickCount64 + LongestAlone;
        var isElsewhere = false;
        while (true)
        {
            var reading = connection.ReadAsync(cancellationToken);
            isElsewhere |= !reading.IsCompleted;
            var read = await reading;
            var rest = read.Buffer;
            if (isOurs && !read.IsCanceled && !read.IsCompleted && Environment.TickCount64 <= until)
                while (Answer(ref rest)) { }
            if (rest.Length == read.Buffer.Length)
            {
                if (isElsewhere) await Hop();
                return isOurs ? Give(read) : read;
            }
            // What is left is looked at again, at once when it is there.
            connection.AdvanceTo(rest.Start);
            var writing = answers.FlushAsync(cancellationToken);
            isElsewhere |= !writing.IsCompleted;
            await writing;
        }
    }

    /// <summary>To a thread of the pool: what arrives from a connection may arrive on the thread that watches all of them, and the server is never to run there.</summary>
    internal static ConfiguredTaskAwaitable Hop() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    bool Answer(ref ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty) return false;
        // A head that lies in two blocks of memory is rare, and the server's.
        var length = RequestHead.LengthOf(bytes.FirstSpan);
        if (length < 0 || length > RequestHead.Longest || !pages.TryAnswer(bytes.FirstSpan[..length], answers)) return false;
        bytes = bytes.Slice(length);
        return true;
    }

    ReadResult Give(ReadResult read)
    {
        given = read.Buffer;
        var first = given.FirstSpan;
        headLength = RequestHead.LengthOf(first);
        if (headLength > 0 && !RequestHead.IsAlone(first[..headLength])) headLength = -1;
        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (isOurs && !given.IsEmpty) isOurs = headLength > 0 && given.GetOffset(consumed) - given.GetOffset(given.Start) == headLength;
        given = default;
        connection.AdvanceTo(consumed, examined);
    }

    public override bool TryRead(out ReadResult result)
    {
        // Not between two requests.
        isOurs = false;
        return connection.TryRead(out result);
    }

    public override void CancelPendingRead() => connection.CancelPendingRead();

    public override void Complete(Exception? exception = null) => connection.Complete(exception);
}

using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Threading.Tasks.Sources;
using Microsoft.AspNetCore.Connections;

namespace Chapar.Pages.Transport;

/// <summary>A reader's connection. Between two requests a <see cref="SocketWatch"/> has it and answers kept pages; all else is the server's, byte for byte.</summary>
sealed partial class ReaderConnection : DefaultConnectionContext, IDuplexPipe, IValueTaskSource
{
    /// <summary>Answers are sent when there are so many bytes of them, however many questions came at once.</summary>
    public const int EnoughToSend = 64 * 1024;

    /// <summary>The server ends a connection on which it has seen no request for two minutes: it is to see one.</summary>
    static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(30);

    /// <summary>Who takes nothing for so long does not get the rest.</summary>
    static readonly TimeSpan LongestToSend = TimeSpan.FromMinutes(1);

    /// <summary>Most pages fit, so that the server's answer is one call of the system.</summary>
    const int AnswerBlock = 32 * 1024;

    readonly Socket socket;
    readonly SocketWatch watch;
    readonly KeptPageAnswers pages;
    readonly int handle;
    readonly ulong id;
    readonly CancellationTokenSource closed = new();
    readonly Lock gate = new();
    ManualResetValueTaskSourceCore<bool> arrival = new() { RunContinuationsAsynchronously = true };
    bool isWatched, isDisposed;
    volatile bool isEnded;
    long since;

    // Received and not yet read by the server; of them it is shown so many now.
    ReadOnlyMemory<byte> held;
    int shown;
    ReadOnlyMemory<byte> unsent;

    public ReaderConnection(Socket socket, SocketWatch watch, KeptPageAnswers pages)
    {
        this.socket = socket;
        this.watch = watch;
        this.pages = pages;
        socket.Blocking = false;
        handle = (int)socket.Handle;
        ConnectionId = Guid.CreateVersion7().ToString("N");
        LocalEndPoint = socket.LocalEndPoint;
        RemoteEndPoint = socket.RemoteEndPoint;
        ConnectionClosed = closed.Token;
        var bytes = new Bytes(this);
        Output = PipeWriter.Create(bytes, new StreamPipeWriterOptions(minimumBufferSize: AnswerBlock, leaveOpen: true));
        Input = new KeptPageReader(PipeReader.Create(bytes, new StreamPipeReaderOptions(leaveOpen: true)), this);
        Transport = this;
        id = watch.Add(this, handle);
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>On the watch's thread: something has arrived, or the other end has gone. Nothing here waits.</summary>
    /// <param name="block">Where bytes may be put meanwhile.</param>
    /// <param name="answers">Where answers may be put meanwhile.</param>
    /// <param name="hasGone">Whether the other end sends no more, or is not there.</param>
    public void Arrived(Span<byte> block, ArrayBufferWriter<byte> answers, bool hasGone)
    {
        lock (gate)
        {
            if (isDisposed) return;
            if (!isWatched)
            {
                if (hasGone) SayClosed();
                return;
            }
            // Behind the beginning of a question that came before; it is shorter than a block.
            var begun = held.Length;
            held.Span.CopyTo(block);
            var count = socket.Receive(block[begun..], SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) return;
            isEnded = count <= 0 || error != SocketError.Success;
            ReadOnlySpan<byte> rest = block[..(begun + int.Max(count, 0))];
            if (MayAnswer)
                while (AnswerSome(ref rest, answers) && Send(answers)) { }
            held = rest.ToArray();
            if (isEnded || IsForServer || !unsent.IsEmpty) Release();
        }
    }

    /// <summary>Whether what was received and not answered is the server's: all but the beginning of a question, whose rest is still to come.</summary>
    bool IsForServer => !held.IsEmpty && !RequestHead.IsCut(held.Span);

    bool MayAnswer => pages.Clock.GetElapsedTime(since) <= LongestAlone;

    /// <summary>Answers the first of these requests that ask for kept pages only, until it is enough to be sent.</summary>
    /// <returns>Whether there is anything to be sent.</returns>
    bool AnswerSome(ref ReadOnlySpan<byte> requests, ArrayBufferWriter<byte> answers)
    {
        while (answers.WrittenCount < EnoughToSend && RequestHead.LengthOf(requests) is > 0 and <= RequestHead.Longest and var length && pages.TryAnswer(requests[..length], answers))
            requests = requests[length..];
        return answers.WrittenCount > 0;
    }

    /// <summary>Sends what the system takes at once; the rest of it waits for a thread that may.</summary>
    bool Send(ArrayBufferWriter<byte> answers)
    {
        var bytes = answers.WrittenSpan;
        var sent = socket.Send(bytes, SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock)) isEnded = true;
        else if (sent < bytes.Length) unsent = bytes[int.Max(sent, 0)..].ToArray();
        answers.ResetWrittenCount();
        return !isEnded && unsent.IsEmpty;
    }

    void Release()
    {
        isWatched = false;
        watch.LetGo(id, handle);
        arrival.SetResult(true);
    }

    /// <summary>Answers kept pages until there is a request for the server, of which alone it is then shown the bytes, or until nobody waits any more.</summary>
    /// <returns>The length of a whole request without a body; -1 for all else.</returns>
    public async ValueTask<int> NextAsync(KeptPageReader reader)
    {
        // In the order of the questions: what the server wrote is sent before what is written here.
        if (Output.UnflushedBytes > 0) await Output.FlushAsync();
        since = pages.Clock.GetTimestamp();
        while (true)
        {
            if (!unsent.IsEmpty)
            {
                await SendOwnAsync(unsent);
                unsent = default;
            }
            if (!held.IsEmpty && MayAnswer) await AnswerHeldAsync();
            if (IsForServer || isEnded) break;
            if (!Watch(reader)) return -1;
            await new ValueTask(this, arrival.Version);
            if (reader.IsCanceled) return -1;
        }
        shown = RequestHead.LengthOf(held.Span);
        if (shown > 0 && RequestHead.IsAlone(held.Span[..shown])) return shown;
        shown = held.Length;
        return -1;
    }

    /// <summary>Questions that came in one block with one for the server.</summary>
    async ValueTask AnswerHeldAsync()
    {
        ArrayBufferWriter<byte> answers = new();
        while (AnswerSome())
        {
            await SendOwnAsync(answers.WrittenMemory);
            answers.ResetWrittenCount();
        }

        bool AnswerSome()
        {
            var rest = held.Span;
            var isAny = this.AnswerSome(ref rest, answers);
            held = held[^rest.Length..];
            return isAny;
        }
    }

    bool Watch(KeptPageReader reader)
    {
        lock (gate)
        {
            if (isDisposed || reader.IsCanceled) return false;
            arrival.Reset();
            isWatched = true;
            watch.Watch(id, handle);
            return true;
        }
    }

    /// <summary>Nobody waits for a request any more.</summary>
    public void StopWatching()
    {
        lock (gate)
            if (isWatched) Release();
    }

    /// <summary>Says to the server that the other end has gone, elsewhere.</summary>
    void SayClosed() => ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), closed, preferLocal: false);

    /// <summary>Sends what was written here and not by the server, whose own limits do not know of it.</summary>
    async ValueTask SendOwnAsync(ReadOnlyMemory<byte> bytes)
    {
        using CancellationTokenSource patience = new(LongestToSend, pages.Clock);
        try
        {
            await SendAsync(bytes, patience.Token);
        }
        catch (OperationCanceledException)
        {
            isEnded = true;
        }
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        lock (gate)
        {
            // Whoever waits to read or to write goes on.
            if (!isDisposed) ShutDown();
        }
    }

    void ShutDown()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // It was broken already.
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await Output.CompleteAsync();
        lock (gate)
        {
            if (isDisposed) return;
            isDisposed = true;
            watch.Remove(id, handle);
            ShutDown();
            socket.Dispose();
        }
        await base.DisposeAsync();
    }

    void IValueTaskSource.GetResult(short token) => arrival.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => arrival.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        arrival.OnCompleted(continuation, state, token, flags);
}

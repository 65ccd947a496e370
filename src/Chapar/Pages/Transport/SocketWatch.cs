using System.Buffers;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace Chapar.Pages.Transport;

/// <summary>One thread that watches connections between their requests (Linux's epoll(7)) and answers kept pages on them; it never waits for anything else.</summary>
sealed class SocketWatch
{
    /// <summary>The bytes of requests that are taken from a connection at once; what is left comes with the next turn, so that no reader holds up the others.</summary>
    const int Block = 8192;

    const int MostAtOnce = 256;

    /// <summary>How soon a watch that is closed ends, in milliseconds.</summary>
    const int LongestWait = 1000;

    readonly int epoll;
    readonly ConcurrentDictionary<ulong, ReaderConnection> connections = new();
    ulong last;
    volatile bool isClosed;

    public SocketWatch(int number)
    {
        epoll = Checked(epoll_create1(CloseOnExec));
        new Thread(Run) { IsBackground = true, Name = $"Kept pages {number}" }.Start();
    }

    /// <summary>Takes a connection in, unwatched as yet; what is returned names it here.</summary>
    public ulong Add(ReaderConnection connection, int socket)
    {
        var id = Interlocked.Increment(ref last);
        connections[id] = connection;
        Change(Enter, socket, id, Gone);
        return id;
    }

    /// <summary>Says when bytes arrive, again and again until the connection is let go.</summary>
    public void Watch(ulong id, int socket) => Change(Modify, socket, id, In | HalfClosed);

    /// <summary>From now on says only, and once, that the other end has gone.</summary>
    public void LetGo(ulong id, int socket) => Change(Modify, socket, id, Gone);

    /// <summary>To be called before the socket is closed: its number may be the next one's.</summary>
    public void Remove(ulong id, int socket)
    {
        if (connections.TryRemove(id, out _) && !isClosed) Change(Delete, socket, id, 0);
    }

    /// <summary>No connection is watched any more; the thread ends within a second.</summary>
    public void Close() => isClosed = true;

    void Run()
    {
        ShortSlice.Take();
        var events = new Event[MostAtOnce];
        var block = new byte[Block];
        ArrayBufferWriter<byte> answers = new(ReaderConnection.EnoughToSend);
        while (!isClosed)
        {
            var count = epoll_wait(epoll, events, events.Length, LongestWait);
            for (int i = 0; i < count; i++)
                if (connections.TryGetValue(events[i].Id, out var connection))
                    Tell(connection, events[i].Which, block, answers);
            // Whoever else wants the processor has it now, not in the midst of the next turn: the slowest hundredth of the answers comes in half the time.
            if (count > 0) Thread.Yield();
        }
        _ = close(epoll);
    }

    static void Tell(ReaderConnection connection, uint which, byte[] block, ArrayBufferWriter<byte> answers)
    {
        try
        {
            connection.Arrived(block, answers, hasGone: (which & (HalfClosed | HungUp | Error)) != 0);
        }
        catch (Exception e)
        {
            // What goes wrong for one reader is not to go wrong for all.
            answers.ResetWrittenCount();
            connection.Abort(new ConnectionAbortedException(e.Message, e));
        }
    }

    void Change(int what, int socket, ulong id, uint which)
    {
        // The number of a closed one may be another's.
        ObjectDisposedException.ThrowIf(isClosed, this);
        Event wanted = new() { Which = which, Id = id };
        Checked(epoll_ctl(epoll, what, socket, ref wanted));
    }

    static int Checked(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    // The numbers of sys/epoll.h.
    const int CloseOnExec = 0x80000, Enter = 1, Delete = 2, Modify = 3;
    const uint In = 0x1, Error = 0x8, HungUp = 0x10, HalfClosed = 0x2000, Once = 1u << 30, Gone = HalfClosed | Once;

    /// <summary>epoll_event, without gaps on x64, the one processor that the program is built for.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    struct Event
    {
        public uint Which;
        public ulong Id;
    }

    [DllImport("libc", SetLastError = true)]
    static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    static extern int epoll_ctl(int epoll, int what, int socket, ref Event wanted);

    [DllImport("libc", SetLastError = true)]
    static extern int epoll_wait(int epoll, [Out] Event[] events, int most, int milliseconds);

    [DllImport("libc")]
    static extern int close(int file);
}

using System.Runtime.InteropServices;

namespace Chapar.Pages.Transport;

/// <summary>
/// How long a thread runs before another that wants the processor has its turn (sched_setattr(2); Linux 6.12 and later heeds it, older ones do as they did). The shorter it
/// is, the sooner the thread itself is on again: who answers in microseconds is not to wait for the milliseconds of who computes.
/// </summary>
static class ShortSlice
{
    /// <summary>Nanoseconds: the shortest there is. Usual are some 3,000,000.</summary>
    const ulong Shortest = 100_000;

    /// <summary>For the thread that asks. Whatever comes of it, the thread goes on.</summary>
    public static void Take()
    {
        Attributes attributes = new();
        var size = (uint)Marshal.SizeOf<Attributes>();
        // All else stays as the operator has set it.
        if (syscall(GetAttributes, 0, ref attributes, size, 0) != 0) return;
        attributes.Runtime = Shortest;
        _ = syscall(SetAttributes, 0, ref attributes, 0, 0);
    }

    // The numbers of asm/unistd_64.h.
    const long SetAttributes = 314, GetAttributes = 315;

    /// <summary>sched_attr, as it was first.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct Attributes
    {
        public uint Size, Policy;
        public ulong Flags;
        public int Nice;
        public uint Priority;
        public ulong Runtime, Deadline, Period;
    }

    [DllImport("libc")]
    static extern long syscall(long number, int thread, ref Attributes attributes, uint first, uint second);
}

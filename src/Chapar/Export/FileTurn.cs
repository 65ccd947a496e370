namespace Chapar.Export;

/// <summary>A file that one process or thread can have open at a time: who has it, has the turn.</summary>
static class FileTurn
{
    const int MostTries = 500;

    /// <summary>What systems answer when another has it (EWOULDBLOCK of Linux, of BSD, ERROR_SHARING_VIOLATION): all else does not pass by waiting.</summary>
    static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The turn, until it is disposed of. The file stays: one that is removed is another when it is there again, and two could have it.</summary>
    /// <exception cref="IOException">Others have it for seconds, or it cannot be opened.</exception>
    public static FileStream Take(string file)
    {
        for (int tried = 0; ; tried++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1);
            }
            catch (IOException e) when (tried < MostTries && Taken.Contains(e.HResult))
            {
                Thread.Sleep(10);
            }
        }
    }
}

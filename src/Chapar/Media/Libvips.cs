using System.Runtime.InteropServices;
using NetVips;

namespace Chapar.Media;

/// <summary>The native library that reads and writes images, set up once for untrusted files.</summary>
static class Libvips
{
    static readonly Lazy<bool> Ready = new(SetUp);

    /// <summary>Where it lies beside the program it is loaded with the first picture, since it is 8 MB that a site may never need; else the system's is looked for now.</summary>
    /// <exception cref="PlatformNotSupportedException">There is none.</exception>
    public static void LookFor()
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "libvips.so.42"))) Require();
    }

    /// <summary>Before each use.</summary>
    /// <exception cref="PlatformNotSupportedException">The library cannot be loaded; the message is for the operator.</exception>
    public static void Require() => _ = Ready.Value;

    /// <summary>
    /// Gives back to the system what pictures left: the C library keeps the room of tens of megapixels else, for pictures that may never come. Takes some
    /// milliseconds, where a picture takes seconds.
    /// </summary>
    public static void GiveBack()
    {
        if (!isTrimmed) return;
        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library than GNU's, which has ways of its own.
            isTrimmed = false;
        }
    }

    static bool isTrimmed = OperatingSystem.IsLinux();

    [DllImport("libc")]
    static extern int malloc_trim(nuint left);

    static bool SetUp()
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new PlatformNotSupportedException(
                "The pictures cannot be made: the library libvips does not load here. It comes with Chapar for Linux on x64 (glibc); " +
                "keep libvips.so.42 beside the program, or install libvips42. " +
                $"The system says: {ModuleInitializer.Exception?.GetBaseException().Message.Trim() ?? "nothing"}");
        // Loaders that were never hardened against hostile files (SVG among them) are off for the whole program.
        NetVips.NetVips.BlockUntrusted = true;
        // Two pictures are at work at once; a second thread for each gained nothing (DEPENDENCIES: Images).
        NetVips.NetVips.Concurrency = 1;
        // What it warns of is damage in a file: that is said in the refusal, not on the console.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        // Each file is read once: remembering operations would only hold memory.
        Cache.Max = 0;
        return true;
    }
}

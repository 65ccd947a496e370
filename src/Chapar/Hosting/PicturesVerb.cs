using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Chapar.Database;
using Chapar.Media;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chapar.Hosting;

/// <summary><c>pictures make</c>: the renditions that are missing, before readers ask for them. <c>pictures try FILE</c>: what a file would become and cost.</summary>
static class PicturesVerb
{
    public static Command Command
    {
        get
        {
            var make = new Command("make", "Makes the renditions of all pictures that are not there yet, as after an import");
            make.SetAction(MakeAsync);
            var file = new Argument<FileInfo>("file") { Description = "An image" };
            var trial = new Command("try", "Prints what an image would become: bytes of each width and format, seconds of CPU; keeps nothing") { file };
            trial.SetAction((parsed, stop) => TryAsync(parsed.GetValue(file)!, stop));
            return new Command("pictures", "Renditions of pictures") { make, trial };
        }
    }

    static async Task<int> MakeAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var house = await House.OpenExistingAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
        await using var scope = house.Services.CreateAsyncScope();
        var (db, darkroom) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), house.Services.GetRequiredService<Darkroom>());
        var now = house.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        int pictures = 0, unread = 0;
        await foreach (var picture in db.Pictures.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!picture.MayBeShown(now)) continue;
            pictures++;
            foreach (var shape in Enum.GetValues<Shape>())
            {
                if (await darkroom.DevelopAllAsync(picture, shape, stop)) continue;
                unread++;
                break;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{darkroom.Made:N0} renditions made, of {pictures:N0} pictures; {unread:N0} pictures could not be read."));
        return unread == 0 ? 0 : 1;
    }

    static async Task<int> TryAsync(FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new SettingsException($"There is no {file.FullName}.");
        var folder = Directory.CreateTempSubdirectory("chapar-try-");
        try
        {
            var store = new PictureStore(folder.FullName);
            var intake = await store.TakeInAsync(file.FullName, TimeProvider.System.GetUtcNow().UtcDateTime, stop);
            if (!intake.IsTaken)
            {
                await Console.Error.WriteLineAsync(intake.Refusal.ToString());
                return 1;
            }
            var (picture, darkroom) = (intake.Picture, new Darkroom(store, NullLogger<Darkroom>.Instance));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {picture.Width} x {picture.Height}, {picture.Bytes:N0} bytes"));
            Console.WriteLine($"{"shape",-8}{"width",8}{string.Concat(Renditions.Types.Select(type => $"{type,10}"))}");
            foreach (var shape in Enum.GetValues<Shape>())
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                await darkroom.DevelopAllAsync(picture, shape, stop);
                var took = Process.GetCurrentProcess().TotalProcessorTime - before;
                foreach (var width in Renditions.AllOf(picture.Face()).Where(address => address.Shape == shape).GroupBy(address => address.Width))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape,-8}{width.Key,8}{string.Concat(Renditions.Types.Select(type => $"{Bytes(store, width, type),10:N0}"))}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape,-8}{took.TotalSeconds,8:0.00} s of CPU"));
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static long? Bytes(PictureStore store, IEnumerable<RenditionAddress> width, string type) =>
        width.FirstOrDefault(address => address.Type == type) is { } made ? new FileInfo(store.RenditionOf(made)).Length : null;
}

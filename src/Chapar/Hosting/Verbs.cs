using System.CommandLine;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary>The commands of the program. Exit codes: 0 good, 1 refused in part, 2 wrong usage or settings.</summary>
public static class Verbs
{
    /// <summary>Folder of database, media and settings; "./data" or CHAPAR_DATA when not given.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the publication: database, media, chapar.json",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CHAPAR_DATA") is { Length: > 0 } folder ? folder : "data",
        Recursive = true,
    };

    /// <summary>After Ctrl-C the library of commands waits two seconds, and then says this in place of a command that has not ended.</summary>
    const int EndedByLibrary = 130;

    /// <param name="args">The command line.</param>
    /// <param name="workplace">For tests: other outputs and another clock than the machine's.</param>
    public static async Task<int> RunAsync(string[] args, Workplace? workplace = null)
    {
        workplace ??= new Workplace();
        var root = new RootCommand("Chapar, the press of a newsroom in one program.") { Data };
        // The site waits for no other verb to be described.
        foreach (var verb in args is ["serve", ..] ? [ServeVerb.Command] : All) root.Subcommands.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await workplace.Error.WriteLineAsync(error.Message);
            var known = string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(c => c.Name));
            if (known.Length > 0) await workplace.Error.WriteLineAsync($"Known here: {known}. More with --help.");
            return 2;
        }
        try
        {
            var code = await parsed.InvokeAsync(workplace, workplace.Stop);
            return code is EndedByLibrary && args is not ["serve", ..] ? await InterruptedAsync(workplace) : code;
        }
        catch (Exception e) when (e is SettingsException or PlatformNotSupportedException)
        {
            await workplace.Error.WriteLineAsync(e.Message);
            return 2;
        }
        // Of a request that took too long, .NET says the same; that is no interruption.
        catch (OperationCanceledException e) when (e.InnerException is not TimeoutException)
        {
            return await InterruptedAsync(workplace);
        }
    }

    static async Task<int> InterruptedAsync(Workplace workplace)
    {
        await workplace.Error.WriteLineAsync("Interrupted. Give the same command again: it goes on, or begins anew where it must.");
        return 1;
    }

    static IEnumerable<Command> All =>
    [
        ServeVerb.Command,
        DemoVerb.Command,
        ImportVerb.Command,
        ExportVerb.Command,
        RatesVerb.Command,
        PicturesVerb.Command,
        SearchVerb.Command,
        SpellingsVerb.Command,
        NamesVerb.Command,
        StaffVerb.Command,
        MigrateVerb.Command,
    ];
}

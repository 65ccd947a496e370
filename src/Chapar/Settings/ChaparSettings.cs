using Chapar.Text;
using Microsoft.Extensions.Configuration.Json;

namespace Chapar.Settings;

/// <summary>Where the database is. Settings "database:NAME".</summary>
public sealed class DatabaseSettings
{
    /// <summary>Connection string of PostgreSQL; empty for the embedded SQLite file in the data folder.</summary>
    public string Postgres { get; init; } = "";
}

/// <summary>The page store. Settings "pages:NAME".</summary>
public sealed class PageSettings
{
    /// <summary>False renders every page anew: for measuring only.</summary>
    public bool Keep { get; init; } = true;

    /// <summary>Most that kept pages take, in megabytes, 1 to 16384.</summary>
    public int MemoryMegabytes { get; init; } = 128;

    /// <summary>Seconds that shared caches outside may keep a page; 0 (the default) makes them ask each time, so that none is ever stale.</summary>
    public int SharedCacheSeconds { get; init; }

    /// <summary>False takes from readers' browsers what they keep for reading offline, and keeps nothing more.</summary>
    public bool Offline { get; init; } = true;

    internal IEnumerable<string> Problems()
    {
        if (MemoryMegabytes is < 1 or > 16384) yield return $"pages:memoryMegabytes is {MemoryMegabytes}: allowed are 1 to 16384.";
        if (SharedCacheSeconds is < 0 or > 3600) yield return $"pages:sharedCacheSeconds is {SharedCacheSeconds}: allowed are 0 to 3600.";
    }
}

/// <summary>A setting is wrong; the message names it and says what is allowed.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    public SettingsException(Sentence sentence) : this(sentence.ToString()) => Sentence = sentence;

    /// <summary>The message for who sees it in the newsroom; null where only the command line can.</summary>
    public Sentence? Sentence { get; }
}

/// <summary>All settings: from chapar.json in the data folder, the environment (CHAPAR_...) and flags, in that order.</summary>
public sealed class ChaparSettings
{
    /// <summary>The folder of database, media and chapar.json, as a full path.</summary>
    public required string DataFolder { get; init; }

    public required Publication Publication { get; init; }
    public required DatabaseSettings Database { get; init; }
    public required PageSettings Pages { get; init; }
    public required NewsroomSettings Newsroom { get; init; }
    public required RatesSettings Rates { get; init; }
    public required EditionSettings Edition { get; init; }

    /// <summary>Settings of the publication that the environment or a flag gives ("name", "languages"): what the file says of them has no effect.</summary>
    public IReadOnlySet<string> FixedElsewhere { get; private init; } = new HashSet<string>();

    static readonly string[] Parts = ["publication", "database", "pages", "newsroom", "rates", "edition"];

    string? mainAddress;

    /// <summary>Where the newspaper is at home, whatever address its files are made for.</summary>
    public string MainAddress => mainAddress ?? Publication.BaseUrl;

    /// <summary>The main address, then those of the mirrors.</summary>
    public IReadOnlyList<string> Addresses => [.. Edition.Mirrors.Select(m => m.Address).Prepend(MainAddress).Distinct()];

    public string MediaFolder => Path.Combine(DataFolder, "media");

    public string SqliteFile => Path.Combine(DataFolder, "chapar.db");

    /// <param name="dataFolder">Made when it is missing.</param>
    /// <param name="overrides">Flags and tests: "publication:name" to value.</param>
    /// <exception cref="SettingsException">A setting is wrong or unknown.</exception>
    public static ChaparSettings Read(string dataFolder, IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var folder = Path.GetFullPath(dataFolder);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "chapar.json");
        IConfigurationRoot configuration;
        try
        {
            configuration = new ConfigurationBuilder()
                // Not a default of the property: the binder would add the configured languages to it.
                .AddInMemoryCollection([new("publication:languages:0", "en")])
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("CHAPAR_")
                .AddInMemoryCollection(overrides ?? [])
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException($"{file} is not valid JSON: {e.InnerException?.Message ?? e.Message}");
        }
        // Of the file only: the environment has words of ours that are no settings, such as CHAPAR_DATA.
        foreach (var part in configuration.Providers.OfType<JsonConfigurationProvider>().SelectMany(p => p.GetChildKeys([], null)).Except(Parts, StringComparer.OrdinalIgnoreCase))
            throw new SettingsException($"{file}: {part} is not a part of the settings: known are {string.Join(", ", Parts)}.");
        var settings = new ChaparSettings
        {
            DataFolder = folder,
            Publication = Bind<Publication>(configuration, "publication"),
            Database = Bind<DatabaseSettings>(configuration, "database"),
            Pages = Bind<PageSettings>(configuration, "pages"),
            Newsroom = Bind<NewsroomSettings>(configuration, "newsroom"),
            Rates = Bind<RatesSettings>(configuration, "rates"),
            Edition = Bind<EditionSettings>(configuration, "edition"),
            // All sources after the default and the file.
            FixedElsewhere = configuration.Providers.Skip(2).SelectMany(p => p.GetChildKeys([], "publication")).ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
        var problems = settings.Publication.Problems().Select(problem => problem.ToString()).Concat(settings.Pages.Problems()).Concat(settings.Newsroom.Problems()).Concat(settings.Rates.Problems()).Concat(settings.Edition.Problems()).ToList();
        if (problems.Count > 0) throw new SettingsException(string.Join(Environment.NewLine, problems));
        return settings;
    }

    /// <summary>The same newspaper as files for another address; nothing of it is kept or fetched meanwhile.</summary>
    /// <param name="address">Where they will be served; unlike the program itself, files also stand below a path.</param>
    public ChaparSettings ForFilesAt(string address) => new()
    {
        DataFolder = DataFolder,
        Publication = Publication with { BaseUrl = address },
        Database = Database,
        Pages = Pages,
        Newsroom = Newsroom,
        Rates = new() { Fetch = false },
        Edition = Edition,
        mainAddress = MainAddress,
    };

    static T Bind<T>(IConfiguration configuration, string section) where T : new()
    {
        var known = typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var key in configuration.GetSection(section).GetChildren().Select(c => c.Key))
            if (!known.Contains(key))
                throw new SettingsException($"{section}:{key} is not a setting: known are {string.Join(", ", known.Select(k => $"{section}:{char.ToLowerInvariant(k[0])}{k[1..]}"))}.");
        foreach (var child in configuration.GetSection(section).GetChildren())
            if (child.Value is null && !child.GetChildren().Any())
                throw new SettingsException($"{section}:{child.Key} is null: give a value or leave it out.");
        try
        {
            var bound = new T();
            configuration.GetSection(section).Bind(bound, options => options.ErrorOnUnknownConfiguration = true);
            return bound;
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException($"{section}: {e.Message} {e.InnerException?.Message}".Trim());
        }
    }
}

using System.Text.Json;
using Chapar.Authors;
using Chapar.Spellings;

namespace Chapar.Database.Demo;

sealed record DemoAuthor(string Slug, AuthorKind Kind, Dictionary<string, string> Name, Dictionary<string, string> Role, Dictionary<string, string> Biography, string Photo, IReadOnlyList<AuthorLink> Links);

/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">By language.</param>
/// <param name="Description">By language; topics have none.</param>
/// <param name="Parent">Of a city: the slug of its country.</param>
sealed record DemoFiling(string Slug, Dictionary<string, string> Name, Dictionary<string, string>? Description, string? Parent);

/// <summary>Parts of width and height from the top left, 0 to 1.</summary>
sealed record DemoFocus(double X, double Y);

sealed record DemoPicture(string Key, string File, string Credit, string Licence, Dictionary<string, string> Alt, Dictionary<string, string> Caption, DemoFocus Focal);

sealed record DemoWord(HouseWordKind Kind, string Note, IReadOnlyList<Spelling> Spellings);

/// <summary>The slots of the home front, as keys of articles.</summary>
sealed record DemoFront(string Lead, IReadOnlyList<string> Secondary);

/// <summary>The files of the sample publication, which lie beside the program.</summary>
sealed class DemoFiles
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    readonly string folder = Path.Combine(AppContext.BaseDirectory, "Database", "Demo");

    public DemoFiles()
    {
        Authors = Read<IReadOnlyList<DemoAuthor>>("authors.json");
        Sections = Read<IReadOnlyList<DemoFiling>>("sections.json");
        Places = Read<IReadOnlyList<DemoFiling>>("places.json");
        Topics = Read<IReadOnlyList<DemoFiling>>("topics.json");
        Pictures = Read<IReadOnlyList<DemoPicture>>("pictures.json");
        Words = Read<IReadOnlyList<DemoWord>>("spellings.json");
        Front = Read<DemoFront>("front.json");
        Articles = Texts("articles");
        Pages = Texts("pages");
    }

    public IReadOnlyList<DemoAuthor> Authors { get; }
    public IReadOnlyList<DemoFiling> Sections { get; }
    public IReadOnlyList<DemoFiling> Places { get; }
    public IReadOnlyList<DemoFiling> Topics { get; }
    public IReadOnlyList<DemoPicture> Pictures { get; }
    public IReadOnlyList<DemoWord> Words { get; }
    public DemoFront Front { get; }
    public IReadOnlyList<DemoText> Articles { get; }
    public IReadOnlyList<DemoText> Pages { get; }

    public string PathOf(DemoPicture picture) => Path.Combine(folder, "pictures", picture.File);

    T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(folder, file)), Json)!;

    List<DemoText> Texts(string kind) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, kind), "*.md").Order(StringComparer.Ordinal).Select(DemoText.Read)];
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chapar.Settings;

/// <summary>The part "publication" of chapar.json, written by the newsroom as well as by hand.</summary>
public static class PublicationFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonDocumentOptions ByHand = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Write(Publication publication) => JsonSerializer.Serialize(publication, Json);

    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static Publication Read(string json) => JsonSerializer.Deserialize<Publication>(json, Json)!;

    /// <summary>Puts the settings into chapar.json; all else in it stays. The file is the old one or the new one, never half of it.</summary>
    /// <param name="settings">Where the file lies, and what it has no say in.</param>
    /// <param name="publication">The settings.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The program may not write it.</exception>
    public static void Save(ChaparSettings settings, Publication publication)
    {
        var file = Path.Combine(settings.DataFolder, "chapar.json");
        var whole = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file), documentOptions: ByHand)!.AsObject() : [];
        var part = JsonNode.Parse(Write(publication))!.AsObject();
        var before = whole["publication"] as JsonObject;
        foreach (var name in settings.FixedElsewhere)
        {
            // What the environment says is not the file's to say.
            part.Remove(name);
            if (before?[name] is { } stays) part[name] = stays.DeepClone();
        }
        whole["publication"] = part;
        WholeFile.Write(file, Encoding.UTF8.GetBytes(whole.ToJsonString(Json) + Environment.NewLine));
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chapar.Text;

/// <summary>JSON that is kept in the database and seen by nobody's browser: letters of all scripts stand as they are.</summary>
public static class PlainJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

using System.Text.Json;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>A story was sent to a desk: by whom, with which words, and what stood before, so that it can be taken back.</summary>
/// <param name="Note">What the desk is to know; null when nothing was said.</param>
/// <param name="ById">Who sent it: it is on their own list no more.</param>
/// <param name="DeskBefore">The desk it was at; null for that of its section.</param>
/// <param name="ClaimedBefore">Who read it then.</param>
public sealed record Handover(string? Note, Guid ById, string By, DateTime At, Guid? DeskBefore, Guid? ClaimedBefore)
{
    public string ToJson() => JsonSerializer.Serialize(this, PlainJson.Options);

    /// <exception cref="JsonException">It was not written by <see cref="ToJson"/>.</exception>
    public static Handover FromJson(string json) => JsonSerializer.Deserialize<Handover>(json, PlainJson.Options)!;
}

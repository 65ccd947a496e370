using System.Globalization;
using System.Text.Json;

namespace Chapar.Articles.Body;

/// <summary>The fields of an object, or none; null counts as absent, a wrong type is an error.</summary>
readonly struct TreeFields(JsonElement owner, string prefix = "")
{
    public static TreeFields Of(JsonElement node)
    {
        if (!node.TryGetProperty("attrs", out var attrs) || attrs.ValueKind == JsonValueKind.Null)
            return new TreeFields(default, "attrs.");
        return attrs.ValueKind == JsonValueKind.Object ? new TreeFields(attrs, "attrs.") : throw new BodyException("attrs", "must be an object");
    }

    JsonElement? Get(string name, JsonValueKind kind, string wanted)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw Wrong(name, wanted);
    }

    BodyException Wrong(string name, string wanted) => new(prefix + name, $"must be {wanted}");

    public string? Text(string name)
    {
        try
        {
            return Get(name, JsonValueKind.String, "a string")?.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "whole letters (it ends in half a surrogate pair)");
        }
    }

    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Wrong(name, "given");

    public string OneOf(string name, string one, string other)
    {
        var text = Text(name) ?? one;
        return text == one || text == other ? text : throw Wrong(name, $"{one} or {other}");
    }

    public int? Number(string name, int least, int most)
    {
        if (Get(name, JsonValueKind.Number, "a number") is not { } value)
            return null;
        return value.TryGetInt32(out var number) && number >= least && number <= most ? number : throw Wrong(name, $"a whole number from {least} to {most}");
    }

    public long? Long(string name)
    {
        if (Get(name, JsonValueKind.Number, "a number") is not { } value)
            return null;
        return value.TryGetInt64(out var number) && number >= 0 ? number : throw Wrong(name, "a whole number, 0 or more");
    }

    public bool Flag(string name)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value))
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw Wrong(name, "true or false"),
        };
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return Guid.TryParse(text, out var id) ? id : throw Wrong(name, "an id");
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(name, "a date, year-month-day");
    }
}

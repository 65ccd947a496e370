using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.Net.Http.Headers;

namespace Chapar.Reader.Markets;

/// <summary>What a program asks in the query of an address. What is wrong with it is said once, of the first wrong parameter, by name.</summary>
sealed class ApiQuestion
{
    public const string Json = "application/json; charset=utf-8";

    const int LongestAmount = 20;

    /// <summary>For how long an answer is good: where no schedule asks the banks, at least, and at most, since an editor may accept a value at any moment.</summary>
    static readonly TimeSpan Unscheduled = TimeSpan.FromMinutes(5), Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);

    readonly IQueryCollection query;

    /// <param name="http">The request.</param>
    /// <param name="known">The parameters that mean something here.</param>
    public ApiQuestion(HttpContext http, params string[] known)
    {
        query = http.Request.Query;
        if (query.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown)
            Refuse(unknown, known.Length == 0 ? "This address takes no parameters." : $"There is no such parameter here; known are {string.Join(", ", known)}.");
    }

    /// <summary>The answer to a wrong question; null while nothing is wrong.</summary>
    public IResult? Problem { get; private set; }

    /// <summary>A day as yyyy-MM-dd; null when it is not given.</summary>
    public DateOnly? Day(string name)
    {
        if (!query.TryGetValue(name, out var text)) return null;
        if (AskedDay.OfAddress(text) is { } day) return day;
        Refuse(name, "Give the day as yyyy-MM-dd, from 1991-01-01 on.");
        return null;
    }

    /// <summary>True or false; false when it is not given.</summary>
    public bool Flag(string name)
    {
        if (!query.TryGetValue(name, out var text)) return false;
        if (text.ToString() is "true" or "false") return text == "true";
        Refuse(name, "Give true or false.");
        return false;
    }

    /// <summary>An amount, 0 or more.</summary>
    public decimal Amount(string name)
    {
        var text = query[name].ToString();
        // A parser of numbers passes over a zero byte at the end.
        if (text.Length <= LongestAmount && text.All(c => char.IsAsciiDigit(c) || c == '.') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        Refuse(name, "Give the amount as digits with at most one point, such as 1000.50.");
        return 0;
    }

    /// <summary>The code of a currency in use.</summary>
    public string Money(string name)
    {
        if (query[name].ToString() is { Length: > 0 and < 10 } text && Currencies.Code(text) is var code && Currencies.IsActive(code)) return code;
        Refuse(name, "Give the code of a currency in use (ISO 4217), such as USD.");
        return "";
    }

    public void Refuse(string parameter, string sentence) => Problem ??= NotGood(StatusCodes.Status400BadRequest, parameter, sentence);

    /// <summary>RFC 9457, with the parameter that is wrong.</summary>
    public static IResult NotGood(int status, string parameter, string sentence) => TypedResults.Problem(
        sentence, statusCode: status, extensions: [KeyValuePair.Create("parameter", (object?)parameter)]);

    /// <summary>An answer that is not kept here, and that a cache may keep until a bank is asked again.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, NewsDb db, DateTime now, byte[] bytes, string type)
    {
        var end = await db.NextAttemptAsync(now, http.RequestAborted) ?? now + Unscheduled;
        // At midnight of a bank another value comes into force, or a status changes.
        if (RateStatuses.NextChangeAt(now) is var midnight && midnight < end) end = midnight;
        var seconds = (int)Math.Clamp((end - now).TotalSeconds, Shortest.TotalSeconds, Longest.TotalSeconds);
        http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}");
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    public static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, RateJson.Options);
}

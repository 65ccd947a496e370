using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Chapar.Database;
using Chapar.Distribution;
using Chapar.Pages;
using Chapar.Rates.Fetching;
using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>The rates for programs: <c>/api/rates</c> and what is under it, described by <c>/api/openapi.json</c>. A wrong question is answered by
/// problem+json that names the parameter; questions without an end of answers (days, amounts) are not kept.</summary>
public static class RatesApi
{
    /// <summary>Days in one history: all that the banks have, and a stop to what would be more.</summary>
    public const int LongestHistory = 13_000;

    const string Pair = "/api/rates/{pair:regex(^[a-z]{{3}}-[a-z]{{3}}$)}";

    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];
    static readonly Lazy<byte[]> sources = new(() => ApiQuestion.Bytes(new JsonObject { ["sources"] = new JsonArray([.. RateSources.All.Select(RateJson.Source)]) }));
    static readonly Lazy<byte[]> description = new(() => Encoding.UTF8.GetBytes(PackedFile.Source("openapi.json")));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapWhenAsked("/api/openapi.json", reading, (HttpContext http) => Machines.AnswerAsync(http, new Document(ApiQuestion.Json, description.Value, [])));
        app.MapWhenAsked("/api/rates", reading, (HttpContext http, NewsDb db, TimeProvider clock) => LatestAsync(http, db, clock, WriteLatest, ApiQuestion.Json));
        app.MapWhenAsked("/api/rates.csv", reading, (HttpContext http, NewsDb db, TimeProvider clock) => LatestAsync(http, db, clock, RateLines.Of, RateLines.ContentType));
        app.MapWhenAsked("/api/rates/sources", reading, (HttpContext http) => Machines.AnswerAsync(http, new Document(ApiQuestion.Json, sources.Value, [])));
        app.MapWhenAsked("/api/rates/convert", reading, ConvertAsync);
        app.MapWhenAsked(Pair, reading, PairAsync);
        app.MapWhenAsked(Pair + "/history", reading, (HttpContext http, string pair, NewsDb db, TimeProvider clock) => HistoryAsync(http, pair, db, clock, WriteHistory, ApiQuestion.Json));
        app.MapWhenAsked(Pair + "/history.csv", reading, (HttpContext http, string pair, NewsDb db, TimeProvider clock) => HistoryAsync(http, pair, db, clock, RateLines.Of, RateLines.ContentType));
        app.MapWhenAsked("/api/{**rest}", [HttpMethods.Options], Preflight);
        app.MapWhenAsked("/api/{**rest}", reading, () => ApiQuestion.NotGood(StatusCodes.Status404NotFound, "path", "There is nothing at this address; /api/openapi.json says what there is."));
    }

    /// <summary>What a browser asks before a script of another site may send If-None-Match (Fetch standard: CORS-preflight).</summary>
    static IResult Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET, HEAD";
        http.Response.Headers.AccessControlAllowHeaders = "If-None-Match";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }

    static async Task<IResult> LatestAsync(HttpContext http, NewsDb db, TimeProvider clock, Func<IEnumerable<SourceRates>, byte[]> write, string type)
    {
        if (new ApiQuestion(http).Problem is { } problem) return problem;
        var table = await RatesTable.ReadAsync(db, Now(clock), http.RequestAborted);
        var bytes = write(table.Sources.Where(s => s.Rates.Count > 0));
        await Machines.AnswerAsync(http, new Document(type, bytes, [EditionNames.Rates], RateStatuses.NextChangeAt(Now(clock))));
        return TypedResults.Empty;
    }

    static byte[] WriteLatest(IEnumerable<SourceRates> banks) => ApiQuestion.Bytes(new JsonObject
    {
        ["sources"] = new JsonArray([.. banks.Select(b => RateJson.Source(b.Source))]),
        ["rates"] = new JsonArray([.. banks.SelectMany(b => b.Rates.Select(r => RateJson.Row(b, r)))]),
    });

    static async Task<IResult> PairAsync(HttpContext http, string pair, NewsDb db, TimeProvider clock)
    {
        ApiQuestion asked = new(http, "on");
        var on = asked.Day("on");
        if (asked.Problem is { } problem) return problem;
        var (first, second) = Moneys(pair);
        if (await RateAsync(db, first, second, on, Now(clock), http.RequestAborted) is not { } rate) return Unknown(first, second, on, "pair");
        var answer = await RateAsync(db, rate, on, Now(clock), http.RequestAborted);
        answer["sources"] = SourcesOf(rate);
        return await ApiQuestion.AnswerAsync(http, db, Now(clock), ApiQuestion.Bytes(answer), ApiQuestion.Json);
    }

    static async Task<IResult> HistoryAsync(HttpContext http, string pair, NewsDb db, TimeProvider clock, Func<PairHistory, IEnumerable<(DateOnly Day, PairStep Step)>, byte[]> write, string type)
    {
        ApiQuestion asked = new(http, "from", "to", "carried");
        var (from, to, isCarried) = (asked.Day("from"), asked.Day("to"), asked.Flag("carried"));
        if (from > to) asked.Refuse("from", "The first day comes after the last one.");
        var last = to ?? DateOnly.FromDateTime(Now(clock)).AddDays(1);
        if (from is { } start && last.DayNumber - start.DayNumber > LongestHistory)
            asked.Refuse("from", string.Create(CultureInfo.InvariantCulture, $"At most {LongestHistory} days are answered at once: ask for a later first day or an earlier last one."));
        if (asked.Problem is { } problem) return problem;
        var (first, second) = Moneys(pair);
        var history = await PairHistory.ReadAsync(db, first, second, today => from ?? (to ?? today).AddYears(-1).AddDays(1), Now(clock), cancellation: http.RequestAborted);
        if (history is null) return Unknown(first, second, null, "pair");
        var values = isCarried ? history.Daily() : history.Steps.Select(s => (s.Day, Step: s));
        return await ApiQuestion.AnswerAsync(http, db, Now(clock), write(history, values.Where(v => v.Day <= last)), type);
    }

    static byte[] WriteHistory(PairHistory history, IEnumerable<(DateOnly Day, PairStep Step)> values)
    {
        var units = DerivedRate.Of(history.Rate.UnitValue).Units;
        return ApiQuestion.Bytes(new JsonObject
        {
            ["base"] = history.Rate.From,
            ["quote"] = history.Rate.To,
            ["derived"] = !history.Rate.IsPublished,
            ["sources"] = SourcesOf(history.Rate),
            ["values"] = new JsonArray([.. values.Select(v => RateJson.Step(v.Step, v.Day, units))]),
        });
    }

    static async Task<IResult> ConvertAsync(HttpContext http, NewsDb db, TimeProvider clock)
    {
        ApiQuestion asked = new(http, "amount", "from", "to", "on");
        var (amount, first, second, on) = (asked.Amount("amount"), asked.Money("from"), asked.Money("to"), asked.Day("on"));
        if (asked.Problem is { } problem) return problem;
        if (await RateAsync(db, first, second, on, Now(clock), http.RequestAborted) is not { } rate) return Unknown(first, second, on, "from");
        var made = Conversion.Of(amount, rate);
        if (made.Result is null) return ApiQuestion.NotGood(StatusCodes.Status400BadRequest, "amount", made.Sentence!);
        return await ApiQuestion.AnswerAsync(http, db, Now(clock), ApiQuestion.Bytes(new JsonObject
        {
            ["amount"] = http.Request.Query["amount"].ToString(),
            ["from"] = first,
            ["to"] = second,
            ["result"] = made.Result,
            ["rate"] = await RateAsync(db, rate, on, Now(clock), http.RequestAborted),
            ["sources"] = SourcesOf(rate),
        }), ApiQuestion.Json);
    }

    static IResult Unknown(string first, string second, DateOnly? on, string parameter) => ApiQuestion.NotGood(StatusCodes.Status404NotFound, on is null ? parameter : "on",
        $"No official rate of {first} in {second} is known{(on is { } day ? $" for {RateJson.Day(day)}" : "")}.");

    /// <summary>The rate of a day, or of today at the banks concerned; null when none is known.</summary>
    static async Task<CrossRate?> RateAsync(NewsDb db, string first, string second, DateOnly? on, DateTime now, CancellationToken stop)
    {
        var rate = await CrossRate.FindAsync(db, first, second, on ?? RateSources.Today(first, second, now), stop);
        return rate is null || (on is { } day && DayModel.IsUnknown(rate, day, now)) ? null : rate;
    }

    /// <summary>The rate as it is answered: of today with its status, of another day with what it was then.</summary>
    static async Task<JsonObject> RateAsync(NewsDb db, CrossRate rate, DateOnly? on, DateTime now, CancellationToken stop) => RateJson.Rate(rate, on is { } day
        ? RateJson.Word(day, rate.EffectiveOn, rate.IsPublished ? rate.Legs[0].Row : null)
        : RateJson.Word(RateStatuses.Of(rate, now, await FetchStates.FailingAsync(db, stop))));

    static JsonArray SourcesOf(CrossRate rate) => new([.. rate.Legs.Select(l => l.Source).DistinctBy(s => s.Key).Select(RateJson.Source)]);

    static (string First, string Second) Moneys(string pair) => (pair[..3].ToUpperInvariant(), pair[4..].ToUpperInvariant());

    static DateTime Now(TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}

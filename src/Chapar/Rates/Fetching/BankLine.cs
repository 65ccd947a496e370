using System.Globalization;
using System.Net;

namespace Chapar.Rates.Fetching;

/// <summary>The line to the banks: asks for one document, within limits of time and size, and says in words why none came.</summary>
/// <remarks>What it does not do is done by the client of the factory (Hosting): one connection, few redirects, a second try.</remarks>
public sealed class BankLine(IHttpClientFactory clients, FetchOptions options, TimeProvider clock)
{
    /// <summary>Asks. A document of which we have a validated copy is asked for with "if it has changed".</summary>
    /// <param name="source">The bank.</param>
    /// <param name="address">Which of its documents.</param>
    /// <param name="kept">The newest kept document of that address, or null.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<Answer> AskAsync(RateSource source, FetchAddress address, RateDocument? kept, CancellationToken cancellation)
    {
        TimeSpan limit = address.IsHistory ? options.Limit * 3 : options.Limit;
        using CancellationTokenSource time = new(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        try
        {
            using HttpClient client = clients.CreateClient(FetchOptions.ClientOf(source));
            using HttpRequestMessage request = new(HttpMethod.Get, options.AddressOf(source, address));
            request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
            if (kept?.ETag is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (kept?.PublishedAt is { } published)
                request.Headers.IfModifiedSince = published;
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && kept is not null)
                return Answer.Unchanged;
            if (response.StatusCode == HttpStatusCode.NotFound && source.Fetching.NotFoundIsNoPublication)
                return Answer.Nothing(FetchOutcome.NoPublication, "HTTP 404, which is how the bank says it");
            if (response.StatusCode != HttpStatusCode.OK)
                return Answer.Nothing(FetchOutcome.TransportFailure, Said(response));
            return await ReadAsync(response, address.IsHistory ? DocumentText.History : DocumentText.OneDay, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Answer.Nothing(FetchOutcome.TransportFailure, string.Create(CultureInfo.InvariantCulture, $"no whole answer within {limit.TotalSeconds:0.#} s"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or Polly.ExecutionRejectedException or InvalidDataException)
        {
            return Answer.Nothing(FetchOutcome.TransportFailure, Reason(e));
        }
    }

    /// <summary>Reads no further than one byte past the limit, whatever length was announced, and after decompression.</summary>
    static async Task<Answer> ReadAsync(HttpResponseMessage response, int most, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength > most)
            return TooLarge(most);
        await using Stream body = await response.Content.ReadAsStreamAsync(stop);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, stop)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
                return TooLarge(most);
        }
        if (bytes.Length == 0)
            return Answer.Nothing(FetchOutcome.WrongDocument, "the answer is empty");
        return new() { Bytes = bytes.ToArray(), Status = (int)response.StatusCode, ETag = response.Headers.ETag?.ToString(), PublishedAt = response.Content.Headers.LastModified?.UtcDateTime };
    }

    static Answer TooLarge(int most) =>
        Answer.Nothing(FetchOutcome.WrongDocument, string.Create(CultureInfo.InvariantCulture, $"the answer has more than the {most} bytes that are read"));

    static string Said(HttpResponseMessage response) => (int)response.StatusCode is >= 300 and < 400 and not 304
        ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode} after all redirects that are followed")
        : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");

    /// <summary>The innermost reason says most: "Connection refused", not "an error occurred while sending the request".</summary>
    static string Reason(Exception e)
    {
        while (e.InnerException is { } inner)
            e = inner;
        return PublishedText.Shortened(e.Message, 160);
    }
}

/// <summary>What the line brought: a document, or why there is none.</summary>
public sealed record Answer
{
    /// <summary>The document; null when <see cref="Why"/> says why there is none.</summary>
    public byte[]? Bytes { get; init; }

    public FetchResult? Why { get; init; }

    /// <summary>The HTTP status, and the marks that came with the document.</summary>
    public int Status { get; init; }

    public string? ETag { get; init; }

    /// <summary>When the document was last changed, where the server says so.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The bank says that the kept copy is still its document.</summary>
    public static Answer Unchanged { get; } = Nothing(FetchOutcome.NothingNew, "");

    public static Answer Nothing(FetchOutcome outcome, string detail) => new() { Why = new(outcome, detail) };
}

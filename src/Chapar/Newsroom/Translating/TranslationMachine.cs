using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Chapar.Newsroom.Writing.Links;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Newsroom.Translating;

/// <summary>
/// The program that proposes translations, where the house has named one (docs/operations.md has its protocol). Of what goes wrong with it
/// people are told in their words; nothing waits for it but who asked.
/// </summary>
public sealed class TranslationMachine : IDisposable
{
    /// <summary>Texts, and letters in all of them, that are asked for at once.</summary>
    public const int MostTexts = 200, MostLetters = 60_000;

    const int MostBytes = 1_000_000;

    /// <summary>An answer has at most so many times the letters of its question, and so many more: no language takes more.</summary>
    const int TimesAsLong = 5, AndSoMany = 500;

    readonly Uri? address;
    readonly HttpClient http;
    readonly TimeSpan patience;
    readonly TimeProvider clock;

    public TranslationMachine(NewsroomSettings settings, PublicNet net, TimeProvider clock)
    {
        this.clock = clock;
        address = settings.Translation is { Length: > 0 } given ? new Uri(given) : null;
        patience = TimeSpan.FromSeconds(settings.TranslationSeconds);
        http = new HttpClient(new SocketsHttpHandler
        {
            // Where it leads was decided by whoever runs the program, and by nobody else.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = settings.TranslationInside ? null : net.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
        if (settings.TranslationKey is { Length: > 0 } key) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public bool IsOn => address is not null;

    sealed record Question(string Source, string Target, IReadOnlyList<string> Texts);

    sealed record Reply(IReadOnlyList<string?>? Texts);

    /// <summary>Translations of texts, one for each, in their order; or why there are none.</summary>
    /// <param name="source">The language of the texts, ISO 639-1.</param>
    /// <param name="target">That of the translations.</param>
    public async Task<(IReadOnlyList<string> Texts, Sentence? Trouble)> AskAsync(string source, string target, IReadOnlyList<string> texts, CancellationToken stop)
    {
        if (address is null) return ([], new("machine.off"));
        using var late = new CancellationTokenSource(patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var answer = await http.PostAsJsonAsync(address, new Question(source, target, texts), JsonSerializerOptions.Web, limit.Token);
            if (answer.StatusCode != HttpStatusCode.OK) return ([], new("machine.answered", (int)answer.StatusCode));
            var reply = await answer.Content.ReadFromJsonAsync<Reply>(JsonSerializerOptions.Web, limit.Token);
            List<string> given = [.. reply?.Texts?.OfType<string>().Select(Seen) ?? []];
            if (given.Count != texts.Count || given.Exists(text => text.Length == 0)) return ([], new("machine.no-texts", texts.Count, given.Count));
            return given.Zip(texts).Any(pair => pair.First.Length > TimesAsLong * pair.Second.Length + AndSoMany) ? ([], new("machine.too-long")) : (given, null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ([], new("machine.slow", (int)patience.TotalSeconds));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: letters written in a way that nobody knows.
            return ([], new("machine.no-json"));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return ([], new("machine.too-long"));
        }
        catch (HttpRequestException e)
        {
            return ([], new(Inner(e).Any(inner => inner is NotPublicException) ? "machine.inside" : "machine.unreachable"));
        }
    }

    /// <summary>One line of what people can see: whoever accepts it is not to accept more (marks of direction, signs without width).</summary>
    static string Seen(string text) =>
        string.Concat(CleanText.Of(text.ReplaceLineEndings(" ")).EnumerateRunes().Where(sign => Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format and not UnicodeCategory.Control)).Trim();

    static IEnumerable<Exception> Inner(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }

    public void Dispose() => http.Dispose();
}

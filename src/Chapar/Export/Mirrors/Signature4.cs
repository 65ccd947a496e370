using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chapar.Export.Mirrors;

/// <summary>Signs a request to an S3-compatible store ("AWS Signature Version 4", header form, one chunk).</summary>
/// <param name="AccessKey">The name of the key.</param>
/// <param name="SecretKey">Its secret.</param>
/// <param name="Region">The region of the bucket.</param>
public sealed record Signature4(string AccessKey, string SecretKey, string Region)
{
    const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Adds date, digest and signature to the request; all its headers must be there already.</summary>
    /// <param name="request">Its path has every sign escaped that is no letter, digit or one of "-_.~/".</param>
    /// <param name="digest">SHA-256 of its body, in lower case.</param>
    /// <param name="now">UTC.</param>
    public void Sign(HttpRequestMessage request, string digest, DateTime now)
    {
        var time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Host = request.RequestUri!.Authority;
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", digest);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        var scope = $"{time[..8]}/{Region}/s3/aws4_request";
        var headers = request.Headers.Select(h => (Name: h.Key.ToLowerInvariant(), Value: string.Join(',', h.Value).Trim())).OrderBy(h => h.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(';', headers.Select(h => h.Name));
        var asked = $"{request.Method}\n{request.RequestUri.AbsolutePath}\n{Query(request.RequestUri)}\n{string.Concat(headers.Select(h => $"{h.Name}:{h.Value}\n"))}\n{names}\n{digest}";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
        foreach (var part in scope.Split('/')) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={AccessKey}/{scope},SignedHeaders={names},Signature={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}");
    }

    static string Query(Uri uri) => string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
}

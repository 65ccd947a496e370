using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Newsroom;

/// <summary>The languages of the newsroom's own pages: all that we have words in.</summary>
public static class NewsroomLanguages
{
    public static IReadOnlyList<string> All => Languages.All;

    /// <summary>For who is not signed in: the browser's first language that we speak, else the publication's, else English.</summary>
    public static string Of(HttpRequest request, Publication publication) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .Append(publication.MainLanguage).FirstOrDefault(All.Contains) ?? All[0];
}

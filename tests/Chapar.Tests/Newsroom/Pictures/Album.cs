using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Chapar.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Newsroom.Pictures;

/// <summary>How tests bring pictures into the library and fill in what is said of them.</summary>
static partial class Album
{
    /// <summary>Brings one picture in by the form, and is its page then.</summary>
    public static async Task<Guid> BringAsync(this Staffer staffer, string name = "bridge.jpg", byte[]? content = null)
    {
        var response = await staffer.PostFilesAsync("/newsroom/pictures?handler=Upload", (name, content ?? Drawn.Jpeg(900, 600)));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Guid.Parse(IdOfPath().Match(response.Headers.Location!.OriginalString).Value);
    }

    public static string PathOf(Guid picture) => $"/newsroom/pictures/{picture}";

    /// <summary>All fields of a picture's page as they stand there, with these changed.</summary>
    public static (string Name, string Value)[] FieldsWith(this IHtmlDocument page, params (string Name, string Value)[] changed)
    {
        Dictionary<string, string> fields = [];
        foreach (var field in page.QuerySelectorAll("#picture [name]"))
        {
            if (field is IHtmlTextAreaElement area) fields[area.Name!] = area.Value;
            else if (field is IHtmlInputElement { Type: "checkbox", IsChecked: false }) continue;
            else if (field is IHtmlInputElement input && input.Name != "form") fields[input.Name!] = input.Value;
        }
        foreach (var (name, value) in changed) fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }

    /// <summary>Saves what is said of a picture; it must be taken.</summary>
    public static async Task SayAsync(this Staffer staffer, Guid picture, params (string Name, string Value)[] changed)
    {
        var page = await staffer.PageAsync(PathOf(picture));
        var response = await staffer.PostAsync(PathOf(picture), page.FieldsWith(changed));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, string.Join(" ", (await staffer.ReadAsync(response)).QuerySelectorAll(".refusals li").Select(li => li.TextContent)));
    }

    public static Task<Picture> PictureAsync(this Site site, Guid id) => site.ChangeAsync(db => db.Pictures.AsNoTracking().SingleAsync(p => p.Id == id));

    public static string[] Texts(this IHtmlDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(e => Spaces().Replace(e.TextContent, " ").Trim())];

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex IdOfPath();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

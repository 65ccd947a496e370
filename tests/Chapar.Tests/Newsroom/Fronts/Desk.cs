using System.Net;
using AngleSharp.Html.Dom;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.Fronts;

/// <summary>A front on somebody's desk, arranged by the forms of its page as a browser without script does.</summary>
sealed class Desk(Staffer staffer, string path)
{
    public Task<IHtmlDocument> PageAsync() => staffer.PageAsync(path);

    /// <summary>Does an act on what stands on the page now; it must be done.</summary>
    public async Task DoAsync(string handler, params (string Name, string Value)[] fields)
    {
        var response = await TryAsync(handler, fields);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, string.Join(" ", (await staffer.ReadAsync(response)).QuerySelectorAll(".refusals li").Select(li => li.TextContent)));
    }

    /// <summary>The sentences with which an act is refused.</summary>
    public async Task<string[]> RefusedAsync(string handler, params (string Name, string Value)[] fields)
    {
        var response = await TryAsync(handler, fields);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return [.. (await staffer.ReadAsync(response)).QuerySelectorAll(".refusals li").Select(li => li.TextContent)];
    }

    public async Task<HttpResponseMessage> TryAsync(string handler, params (string Name, string Value)[] fields)
    {
        var seen = (await PageAsync()).QuerySelector("#desk input[name=seen]")!.GetAttribute("value")!;
        return await staffer.PostAsync($"{path}?handler={handler}", [("seen", seen), .. fields]);
    }

    /// <summary>The headlines in the slots; "-" for one that fills itself.</summary>
    public async Task<string[]> SlotsAsync() => [.. (await PageAsync()).QuerySelectorAll(".slot").Select(slot => slot.QuerySelector(".story-head a")?.TextContent ?? "-")];

    public static async Task<Desk> OpenAsync(Site site, string path = "/newsroom/fronts/en", Role role = Role.Publisher) => new(await site.SignInAsync(role), path);
}

using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Chapar.Newsroom;
using Chapar.Staff;
using Chapar.Tests.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom;

/// <summary>Who may what: the table in the documents, and every page and handler of the route table.</summary>
public partial class RightsTests
{
    static readonly Role[] Roles = Enum.GetValues<Role>();

    /// <summary>One way to ask something of the newsroom.</summary>
    sealed record Way(string Method, string Path, IReadOnlyList<Right> Needs, bool Open)
    {
        public bool IsFor(Role role) => Needs.All(Rights.Of(role).Contains);

        public override string ToString() => $"{Method} {Path}";
    }

    [Fact]
    public void The_table_of_rights_in_the_documents_is_that_of_the_program()
    {
        var rows = from right in Enum.GetValues<Right>()
                   let marks = Roles.Select(role => Rights.Of(role).Contains(right) ? "yes" : "")
                   select $"| {right} | {string.Join(" | ", marks)} | {(Rights.BySection.Contains(right) ? "yes" : "")} |".Replace("|  |", "| |", StringComparison.Ordinal).Replace("|  |", "| |", StringComparison.Ordinal);
        var written = Row().Matches(File.ReadAllText(Path.Combine(Sources.Root, "docs/newsroom.md"))).Select(row => row.Groups[1].Value + row.Groups[2].Value);
        Assert.Equal(rows, written);
    }

    [Fact]
    public void Editing_and_publishing_are_two_rights()
    {
        Assert.Contains(Right.Edit, Rights.Of(Role.Editor));
        Assert.DoesNotContain(Right.Publish, Rights.Of(Role.Editor));
    }

    [Fact]
    public void A_member_kept_to_some_sections_has_the_rights_about_stories_only_there()
    {
        var (politics, culture) = (Guid.NewGuid(), Guid.NewGuid());
        var member = new StaffMember("Aida", "aida@example.org", Role.Publisher, "en", default);
        member.Become(Role.Publisher, [politics]);
        Assert.True(member.May(Right.Publish, politics));
        Assert.False(member.May(Right.Publish, culture));
        Assert.False(member.May(Right.Publish, null));
        Assert.True(member.May(Right.WriteOwn, culture));
        Assert.True(member.May(Right.EditFronts, culture));
        Assert.False(member.May(Right.ManageStaff, politics));
    }

    [Fact]
    public void Every_page_of_the_newsroom_says_who_may_see_it()
    {
        var silent = from type in typeof(NewsroomPage).Assembly.GetTypes()
                     where type.IsSubclassOf(typeof(PageModel)) && type.Namespace!.StartsWith("Chapar.Newsroom", StringComparison.Ordinal) && !type.IsAbstract
                     where !type.GetCustomAttributes().Any(a => a is IAuthorizeData or IAllowAnonymous) || !type.IsSubclassOf(typeof(NewsroomPage))
                     select type.Name;
        Findings.None(silent);
    }

    [Fact]
    public async Task Every_page_and_handler_refuses_who_may_not()
    {
        await using var site = await Site.StartAsync();
        var ways = await WaysAsync(site);
        Assert.True(ways.Count > 15, $"only {ways.Count} ways into the newsroom were found");
        List<string> wrong = [];
        foreach (var role in Roles)
        {
            var staffer = await site.SignInAsync(role);
            foreach (var way in ways)
            {
                var status = await AskAsync(staffer, way);
                var refused = status == HttpStatusCode.Forbidden;
                if (refused == (way.Open || way.IsFor(role)) || status >= HttpStatusCode.InternalServerError) wrong.Add($"{way} answers {(int)status} to {role}");
                if ((await staffer.GetAsync("/newsroom")).StatusCode == HttpStatusCode.OK) continue;
                // This way ended the session.
                staffer.Dispose();
                staffer = await site.SignInAsync(role);
            }
            staffer.Dispose();
        }
        Findings.None(wrong);
    }

    [Fact]
    public async Task Nobody_is_shown_anything_before_signing_in()
    {
        await using var site = await Site.StartAsync();
        List<string> wrong = [];
        foreach (var way in (await WaysAsync(site)).Where(way => !way.Open))
        {
            using var stranger = site.Stranger();
            var response = way.Method == "GET" ? await stranger.GetAsync(way.Path) : await stranger.PostAsync(way.Path);
            if (!(response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.StartsWith("/newsroom/sign-in?", StringComparison.Ordinal)) && response.StatusCode != HttpStatusCode.Unauthorized)
                wrong.Add($"{way} answers {(int)response.StatusCode}");
        }
        Findings.None(wrong);
    }

    [Fact]
    public async Task No_handler_that_changes_something_takes_a_form_from_elsewhere()
    {
        await using var site = await Site.StartAsync();
        List<string> wrong = [];
        foreach (var way in (await WaysAsync(site)).Where(way => way.Method != "GET" && !way.Path.StartsWith("/newsroom/refused", StringComparison.Ordinal)))
        {
            using var staffer = await site.SignInAsync(Role.Administrator);
            if ((await staffer.PostBareAsync(way.Path)).StatusCode is not HttpStatusCode.BadRequest and var status) wrong.Add($"{way} answers {(int)status}");
        }
        Findings.None(wrong);
    }

    static async Task<HttpStatusCode> AskAsync(Staffer staffer, Way way) =>
        (way.Method == "GET" ? await staffer.GetAsync(way.Path) : await staffer.PostAsync(way.Path)).StatusCode;

    /// <summary>All pages with their handlers, and all other endpoints, from the program's own route table.</summary>
    static async Task<List<Way>> WaysAsync(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        List<Way> ways = [];
        foreach (var endpoint in site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = PathOf(endpoint);
            if (!path.StartsWith("/newsroom", StringComparison.Ordinal)) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                ways.AddRange(compiled.HandlerMethods.Select(handler =>
                    WayOf(handler.HttpMethod.ToUpperInvariant(), handler.Name is null ? path : $"{path}?handler={handler.Name}", [.. compiled.ModelTypeInfo!.GetCustomAttributes(), .. handler.MethodInfo.GetCustomAttributes()])));
            }
            else
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? ["GET"])
                    ways.Add(WayOf(method, path, endpoint.Metadata));
            }
        }
        return ways;
    }

    static Way WayOf(string method, string path, IEnumerable<object> said) => new(method, path,
        [.. said.OfType<IAuthorizeData>().Where(a => a.Policy is not null).Select(a => Enum.Parse<Right>(a.Policy!))],
        said.OfType<IAllowAnonymous>().Any());

    /// <summary>The address with something in the place of each part that is data.</summary>
    static string PathOf(RouteEndpoint endpoint) => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), parameter => parameter.Value switch
    {
        var p when p.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        var p when p.Contains(":int", StringComparison.Ordinal) => "404",
        _ => "x",
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(\| [A-Z][A-Za-z]+ )(\| .*)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

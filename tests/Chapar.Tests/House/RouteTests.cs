using System.Text.RegularExpressions;
using Chapar.Articles;
using Chapar.Hosting;
using Chapar.Reader;
using Chapar.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Chapar.Tests.House;

/// <summary>docs/routes.txt is the program's route table on one page, kept by machine.</summary>
public partial class RouteTests
{
    [Fact]
    public async Task The_route_table_in_the_documents_is_that_of_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("chapar-routes-").FullName;
        await using var app = ChaparApp.Build(ChaparSettings.Read(folder));
        // Nobody may have started it: the endpoints are there as soon as it is built.
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(Line).Distinct().Order(StringComparer.Ordinal).ToList();
        Directory.Delete(folder, recursive: true);

        var file = Path.Combine(Sources.Root, "docs/routes.txt");
        var written = File.Exists(file) ? await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken) : [];
        if (routes.SequenceEqual(written)) return;
        var proposal = Path.Combine(Sources.Root, "artifacts/routes.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(proposal)!);
        await File.WriteAllLinesAsync(proposal, routes, TestContext.Current.CancellationToken);
        Assert.Fail("The routes differ from docs/routes.txt. Meant so? cp artifacts/routes.txt docs/routes.txt\n" +
            string.Join('\n', routes.Except(written).Select(route => "+ " + route).Concat(written.Except(routes).Select(route => "- " + route))));
    }

    [Fact]
    public async Task No_section_and_no_import_can_stand_at_an_address_of_the_house()
    {
        var written = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "docs/routes.txt"), TestContext.Current.CancellationToken);
        var first = written.Select(route => route.Split(' ', StringSplitOptions.RemoveEmptyEntries).First(part => part.StartsWith('/')).Split('/')[1]).Where(part => Slug().IsMatch(part));
        Assert.Empty(first.Concat([Portion.Text.Trim('/'), Portion.Full.Trim('/')]).Except(Addresses.OwnWords));
    }

    static string Line(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;
        // A style's address carries the hash of its bytes, which is another with every change of it.
        var pattern = Hash().Replace(endpoint.RoutePattern.RawText ?? "", ".HASH.");
        return $"{(methods is null ? "any" : string.Join(' ', methods)),-9} /{pattern.TrimStart('/'),-50} {page}".TrimEnd();
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\.[0-9a-f]{12}\.")]
    private static partial Regex Hash();
}

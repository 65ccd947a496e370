using System.Net;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.House;

public partial class NamesPageTests
{
    [Fact]
    public async Task What_was_changed_added_or_removed_is_taken_back_and_brought_again()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(site, editor, [("kind", "Place"), .. Row("en", "Zharkul"), ("first.en", "0"), ("note", "a lake"), ("page", "/places/osh")]);
        await editor.PostAsync($"{Path}/{id}", [("version", "1"), ("kind", "Institution"), .. Row("en", "Jarkul", "2019"), ("first.en", "0"), ("note", ""), ("page", "")]);
        Assert.Equal(("Institution", "Jarkul", "2019", "", ""), await FormAsync());
        await UndoAsync();
        Assert.Equal(("Place", "Zharkul", "", "a lake", "/places/osh"), await FormAsync());
        await UndoAsync();
        Assert.Equal(("Institution", "Jarkul", "2019", "", ""), await FormAsync());

        await editor.PostAsync($"{Path}/{id}?handler=Remove", ("version", "4"));
        Assert.Empty(await RowsAsync(editor, "?q=jarkul"));
        await UndoAsync();
        Assert.Equal(("Institution", "Jarkul", "2019", "", ""), await FormAsync());
        // A new one is gone when that is taken back.
        await AddAsync(site, editor, Person());
        await UndoAsync();
        Assert.Empty(await RowsAsync(editor, "?q=zhanybaev"));

        async Task UndoAsync()
        {
            var undo = (await editor.PageAsync(Path)).QuerySelector("form[action*=Undo]")!;
            string Value(string name) => undo.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
            Assert.Equal(HttpStatusCode.Redirect, (await editor.PostAsync($"{Path}?handler=Undo", ("id", Value("id")), ("version", Value("version")))).StatusCode);
        }

        async Task<(string, string, string, string, string)> FormAsync()
        {
            var page = await editor.PageAsync($"{Path}/{id}");
            string Value(string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "";
            return ((page.QuerySelector("[name=kind]:checked") ?? page.QuerySelector("[name=kind] [selected]"))!.GetAttribute("value")!, Value("text.en"), Value("from.en"), Value("note"), Value("page"));
        }
    }
}

using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Pictures;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>Pictures that are not the same in two states of a story stand beside each other, with words that say which is which.</summary>
public class RevisionPictureTests
{
    [Fact]
    public async Task A_lead_and_a_picture_of_the_text_that_were_exchanged_stand_old_beside_new_with_their_alternative_texts()
    {
        await using var site = await Site.StartAsync();
        var (old, young) = (Drawn("old.jpg", "A wooden bridge", 'a'), Drawn("new.jpg", "A bridge of stone", 'b'));
        var page = await CompareAsync(site, (old, Shown(old)), (young, Shown(young)));

        Assert.Equal(
        [
            "Old picture old.jpg Alternative text: A wooden bridge Photo: Timur", "New picture new.jpg Alternative text: A bridge of stone Photo: Timur",
            "Old picture old.jpg Alternative text: A wooden bridge Photo: Timur", "New picture new.jpg Alternative text: A bridge of stone Photo: Timur",
        ], page.Texts(".pair figcaption"));
        Assert.Equal(2, page.QuerySelectorAll(".pair").Length);
        foreach (var (image, picture) in page.QuerySelectorAll(".pair img").Zip([old, young, old, young])) Assert.Contains(picture.Key, image.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("It rose by a metre.", page.Texts(".compared p.same"));
    }

    [Fact]
    public async Task A_picture_put_in_and_one_taken_out_stand_alone_and_say_so()
    {
        await using var site = await Site.StartAsync();
        var picture = Drawn("old.jpg", "A wooden bridge", 'a');
        var page = await CompareAsync(site, (picture, []), (null, Shown(picture)));

        Assert.Equal(["Picture taken out old.jpg Alternative text: A wooden bridge Photo: Timur", "Picture put in old.jpg Alternative text: A wooden bridge Photo: Timur"], page.Texts(".pair figcaption"));
    }

    [Fact]
    public async Task A_picture_of_which_only_the_words_were_changed_is_compared_by_its_words()
    {
        await using var site = await Site.StartAsync();
        var picture = Drawn("old.jpg", "A wooden bridge", 'a');
        var page = await CompareAsync(site, (null, Shown(picture)), (null, [Shown(picture)[0] with { Alt = "A wooden bridge over the Naryn" }]));

        Assert.Empty(page.QuerySelectorAll(".pair"));
        Assert.Contains("bridge over the Naryn", page.QuerySelectorAll(".compared ins").Select(ins => ins.TextContent.Trim(' ', ']')));
    }

    static Picture Drawn(string name, string alternativeText, char digest)
    {
        var picture = new Picture(new string(digest, 64), name, "image/jpeg", 1600, 1067, 100_000, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        picture.GiveCredit("Photo: Timur");
        picture.Describe(LocalText.Of("en", alternativeText), LocalText.Empty);
        return picture;
    }

    static ImageBlock[] Shown(Picture picture) => [new(picture.Id, null, picture.AlternativeText["en"], Credit: picture.Credit)];

    /// <summary>Publishes one state and then the other; the page that compares them.</summary>
    static async Task<IHtmlDocument> CompareAsync(Site site, params (Picture? Lead, ImageBlock[] Images)[] states)
    {
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var article = new Article("en", Format.News, site.Now);
        await site.ChangeAsync(async db =>
        {
            db.AttachRange(world.Aigul, world.Politics);
            db.Add(article);
            article.FileUnder(world.Politics, site.Now);
            article.Sign([(world.Aigul, BylineRole.Writer)], site.Now);
            foreach (var (lead, images) in states)
            {
                if (lead is not null && db.Entry(lead).State == EntityState.Detached) db.Add(lead);
                var body = new BodyTree([.. World.Body("It rose by a metre.").Nodes, .. images]);
                article.Write("The bridge", "What is known.", body, site.Now);
                article.Illustrate(lead, site.Now);
                Assert.Null(article.Publish("/2026/11/the-bridge", "test", site.Now));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        });
        return await editor.PageAsync($"/newsroom/stories/{article.Id}/revisions?a=1&b=2");
    }
}

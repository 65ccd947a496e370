using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Articles.Translations;
using Chapar.Database;
using Chapar.Newsroom.Writing;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Translating;

/// <summary>The source of a translation as its desk shows it.</summary>
/// <param name="Headline">Of the state that counts (<see cref="SourceText.Standing"/>).</param>
/// <param name="Corrections">What readers of the source were told since the translation is behind: these paragraphs do not wait.</param>
/// <param name="Rows">For reading without scripts: each block of the source beside what the translation says.</param>
public sealed record SourceDesk(Translation Translation, Article Source, string Headline, IReadOnlyList<string> Corrections, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>The desk of a story that is a translation, its source told as it stands now; null for others, and for who may not read the source.</summary>
    /// <param name="db">The database; what is read is not tracked.</param>
    public static async Task<SourceDesk?> ReadAsync(NewsDb db, Guid story, StaffMember member, DateTime now, CancellationToken stop)
    {
        if (await db.Translations.AsNoTracking().FirstOrDefaultAsync(t => t.ArticleId == story, stop) is not { } translation) return null;
        var source = await db.Articles.AsNoTracking().Include(a => a.Corrections).SingleAsync(a => a.Id == translation.SourceId, stop);
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.ArticleId == source.Id, stop);
        if (source.Status != ArticleStatus.Published && !StoryStanding.Of(source, draft).MayRead(member)) return null;
        // Two who saved at one instant can have left it behind: whoever looks sees it as it is.
        var target = await FollowedSources.CatchUpAsync(db, translation, now, stop: stop);
        var text = SourceText.Standing(source, draft);
        var nodes = NodesOf(translation, text);
        List<string> corrections = translation.ChangedSince is { } since ? [.. source.Corrections.Where(c => c.At >= since).OrderBy(c => c.At).Select(c => c.Text)] : [];
        return new SourceDesk(translation, source, text.Headline, corrections,
            [.. translation.Units.Select(unit => new SourceRow(unit, target.StateOf(unit), nodes.GetValueOrDefault(unit.Id), LineOf(unit, text), string.Join('\n', target.Blocks(unit).Select(BlockWords.Whole))))
                .Where(row => row.Unit.Text is not null || row.State == UnitState.Removed)]);
    }

    /// <summary>What the editor is told; <see cref="Stamp"/> is another one when it is.</summary>
    public IReadOnlyList<object> Units(Publication publication)
    {
        var context = new BodyContext { Language = Source.Language };
        var empty = new TranslationBody(_ => default, _ => null);
        return [.. Rows.Select(row => new
        {
            row.Unit.Id,
            html = row.Html(context, new Uri(publication.BaseUrl.TrimEnd('/') + "/")),
            isThere = row.Unit.Text is not null,
            words = row.Words,
            lines = row.Node is { } node ? BlockWords.Lines(node) : [],
            changes = row.Changes?.Select(piece => new { change = piece.Change.ToString().ToLowerInvariant(), piece.Text }),
            row.Unit.IsNew,
            row.Unit.IsGone,
            row.Unit.IsAsItIs,
            act = row.Unit.Before?.Act,
            node = row.Node is { } block ? (object)Json(empty.Of(block, row.Unit.Id)) : null,
        })];
    }

    public static string Stamp(IReadOnlyList<object> units) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(units))).AsSpan(0, 8));

    static JsonElement Json(Node node)
    {
        using var document = JsonDocument.Parse(new BodyTree([node]).ToJson());
        return document.RootElement.GetProperty("content")[0].Clone();
    }

    static string? LineOf(SourceUnit unit, SourceText text) => unit.Id switch { SourceUnit.Headline => text.Headline, SourceUnit.Deck => text.Deck, _ => null };

    static Dictionary<string, Node> NodesOf(Translation translation, SourceText text) =>
        translation.Units.Skip(2).Where(unit => unit.Text is not null).Zip(text.Blocks).ToDictionary(pair => pair.First.Id, pair => pair.Second.Node);
}

/// <summary>One block of the source.</summary>
/// <param name="Node">As it stands; null for headline and deck, and for what was taken out.</param>
/// <param name="Line">Headline or deck.</param>
/// <param name="Translated">What the translation says of it; of headline and deck nothing, which stand in their fields.</param>
public sealed record SourceRow(SourceUnit Unit, UnitState State, Node? Node, string? Line, string Translated)
{
    /// <summary>What was changed since it was translated.</summary>
    public IReadOnlyList<Piece>? Changes => Unit.Old is { } old ? Difference.OfWords(old, Unit.Text ?? "") : null;

    /// <summary>See <see cref="SourceUnit.Words"/>; null where there is nothing to translate.</summary>
    public string? Words => Unit.Words is null ? null : Line ?? (Node is { } node ? BlockWords.Of(node) : "");

    public string Html(BodyContext context, Uri site)
    {
        if (Node is null) return Line is { Length: > 0 } ? $"<p>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Line)}</p>" : "";
        var html = Node is ImageBlock or Gallery ? "" : BodyFeed.Render(new BodyTree([Node]), context, site);
        // Pictures are shown in the translation itself; beside it their words are read.
        return html.Length > 0 ? html : $"<p>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Unit.Text ?? "").ReplaceLineEndings("<br>")}</p>";
    }
}

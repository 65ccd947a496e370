using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Articles.Translations;

namespace Chapar.Tests.Articles.Translations;

/// <summary>A source and its translation as plain objects: a paragraph is translated by "= " and its words.</summary>
sealed class Tongues
{
    static readonly DateTime Start = new(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc);
    readonly Article source = new("en", Format.News, Start);

    public Tongues(params Node[] blocks) : this("It rose.", blocks) { }

    public Tongues(string deck, params Node[] blocks)
    {
        Source = new SourceText("The river rises", deck, new BodyTree(blocks));
        Translation = new Translation(source, Source, new Article("ru", Format.News, Start, source.TranslationGroup), Start);
        Target = new SourceText("", "", new TranslationBody(_ => default, _ => null).Of(Source, Translation.Units));
        Count();
    }

    public SourceText Source { get; private set; }
    public SourceText Target { get; private set; }
    public Translation Translation { get; }

    public static Node P(string text) => new Paragraph([new TextRun(text)]);

    /// <summary>Every paragraph that is still empty gets words.</summary>
    public void TranslateAll()
    {
        var names = Translation.Units.ToDictionary(unit => unit.Id);
        Target = new SourceText("Река поднялась", Source.Deck.Length > 0 ? "Она поднялась." : "", new BodyTree([.. Target.Body.Nodes.Select(node =>
            node is Paragraph { Content: [] } empty && TargetText.NamesIn(empty).FirstOrDefault() is { } name ? empty with { Content = [new TextRun("= " + names[name].Text)] } : node)]));
        Count();
    }

    /// <summary>What came into the source later gets a paragraph of its own.</summary>
    public void TranslateNew() => Write(nodes => [.. nodes, .. Translation.Units.Skip(2).Where(unit => unit.Text is not null && !new TargetText(Target).Has(unit)).Select(unit => P("= " + unit.Text) with { Source = unit.Id })]);

    public void Say(params IEnumerable<Node> blocks) => Say("The river rises", blocks);

    public void Say(string headline, params IEnumerable<Node> blocks) => Say(headline, "It rose.", blocks);

    public void Say(string headline, string deck, params IEnumerable<Node> blocks)
    {
        Source = new SourceText(headline, deck, new BodyTree([.. blocks]));
        Translation.Follow(Source);
        Count();
    }

    public void Write(Func<IReadOnlyList<Node>, IEnumerable<Node>> change)
    {
        Target = Target with { Body = new BodyTree([.. change(Target.Body.Nodes)]) };
        Count();
    }

    public void Done(params string[]? texts) =>
        Translation.SayDone(texts is null ? null : [.. Translation.Units.Where(unit => texts.Contains(unit.Text ?? unit.Old)).Select(unit => unit.Id)], Act = Guid.NewGuid(), new TargetText(Target), Start);

    public Guid Act { get; private set; }

    public void Undo() => Translation.TakeBack(Act, new TargetText(Target), Start);

    /// <summary>What is to be done, by the text of the source: "It fell.: Edited".</summary>
    public IEnumerable<string> Open => Translation.Units.Select(unit => (unit.Text ?? unit.Old, State: new TargetText(Target).StateOf(unit))).Where(unit => unit.State != UnitState.Done).Select(unit => $"{unit.Item1}: {unit.State}");

    void Count() => Translation.Count(new TargetText(Target), Start);
}

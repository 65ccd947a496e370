using Chapar.Articles.Body;
using Chapar.Articles.Translations;
using static Chapar.Tests.Articles.Translations.Tongues;

namespace Chapar.Tests.Articles.Translations;

/// <summary>Which paragraphs of a translation are behind: those that the source says differently, and no others.</summary>
public class FollowingTests
{
    [Fact]
    public void A_new_translation_has_every_block_without_its_words_and_what_needs_none_ready()
    {
        var picture = Guid.NewGuid();
        var tongues = new Tongues(P("It rose."), new Heading(2, [new TextRun("What now")]), new Paragraph([new TextRun("A dollar costs "), new RateInline("usd-kgs")]), P("1 200 + 34"), new Divider(),
            new ImageBlock(picture, null, "A river", "The river at Osh", "Photo: A. Sadyk"), new BulletList([new ListItem([P("One")]), new ListItem([P("Two")])]),
            new TableBlock(null, [new TableRow([new TableCell(false, 1, 1, [P("87.45")])])]), new Embed("youtube", "https://youtu.be/a", "A film"));

        Assert.Equal(
            """[{"type":"paragraph","attrs":{"source":"1"}},{"type":"heading","attrs":{"level":2,"source":"2"}},{"type":"paragraph","attrs":{"source":"3"},"content":[{"type":"rate","attrs":{"pair":"usd-kgs"}}]},{"type":"paragraph","attrs":{"source":"4"},"content":[{"type":"text","text":"1 200 + 34"}]},{"type":"horizontalRule","attrs":{"source":"5"}},""" +
            $$$"""{"type":"image","attrs":{"media":"{{{picture}}}","credit":"Photo: A. Sadyk","source":"6"}},{"type":"bulletList","attrs":{"source":"7"},"content":[{"type":"listItem","content":[{"type":"paragraph"}]},{"type":"listItem","content":[{"type":"paragraph"}]}]},""" +
            """{"type":"table","attrs":{"source":"8"},"content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"87.45"}]}]}]}]},{"type":"embed","attrs":{"provider":"youtube","url":"https://youtu.be/a","title":"A film","source":"9"}}]""",
            Numbered(tongues));
        Assert.Equal((11, 4), (tongues.Translation.Total, tongues.Translation.Done));
    }

    [Fact]
    public void Exactly_the_paragraphs_that_were_changed_added_or_taken_out_are_told()
    {
        var tongues = new Tongues(P("It rose by a metre."), P("Nobody was hurt."), P("The bridge is closed."), P("More rain is expected."));
        tongues.TranslateAll();
        Assert.Empty(tongues.Open);
        var before = tongues.Target;

        tongues.Say("The river falls", P("It rose by two metres."), P("The bridge is closed."), P("A school was opened for those who fled."), P("More rain is expected."));

        Assert.Equal(["The river falls: Edited", "It rose by two metres.: Edited", "Nobody was hurt.: Removed", "A school was opened for those who fled.: Added"], tongues.Open);
        Assert.Same(before, tongues.Target);
        Assert.Equal((4, 6, 3), (tongues.Translation.Changed, tongues.Translation.Total, tongues.Translation.Done));
    }

    [Fact]
    public void What_comes_back_into_the_source_and_a_deck_that_comes_late_are_told_like_what_is_new()
    {
        var tongues = new Tongues(P("It rose by a metre."), P("Nobody was hurt."));
        tongues.TranslateAll();
        tongues.Say(P("It rose by a metre."));
        tongues.Write(nodes => nodes.Take(1));
        tongues.Done(null);
        Assert.Empty(tongues.Open);

        tongues.Say(P("It rose by a metre."), P("Nobody was hurt."));
        Assert.Equal(["Nobody was hurt.: Added"], tongues.Open);
        Assert.Equal(1, tongues.Translation.Changed);
        tongues.TranslateNew();
        Assert.Empty(tongues.Open);
        tongues.Say(P("It rose by a metre."), P("Nobody was hurt at all."));
        Assert.Equal(["Nobody was hurt at all.: Edited"], tongues.Open);

        var bare = new Tongues("", P("It rose by a metre."));
        bare.TranslateAll();
        Assert.Empty(bare.Open);
        bare.Say("The river rises", "Nobody was hurt.", P("It rose by a metre."));
        Assert.Equal(["Nobody was hurt.: Added"], bare.Open);
    }

    [Fact]
    public void What_was_moved_and_changed_at_once_is_one_paragraph_that_was_changed()
    {
        var tongues = new Tongues(P("It rose by a metre near the bridge."), P("Nobody was hurt."), P("A school is closed."), P("More rain is expected."));
        tongues.TranslateAll();
        tongues.Say(P("Nobody was hurt."), P("A school is closed."), P("It rose by two metres near the bridge."), P("More rain is expected."));
        Assert.Equal(["It rose by two metres near the bridge.: Edited"], tongues.Open);
    }

    [Fact]
    public void What_is_said_to_be_done_is_told_no_more_until_it_is_taken_back_or_changed_again()
    {
        var tongues = new Tongues(P("It rose by a metre."), P("Nobody was hurt."), P("The bridge is closed."));
        tongues.TranslateAll();
        tongues.Say(P("It rose by two metres."), P("The bridge is closed."), P("It rains."));
        string[] all = ["It rose by two metres.: Edited", "Nobody was hurt.: Removed", "It rains.: Added"];
        Assert.Equal(all.Order(), tongues.Open.Order());

        tongues.Done("It rose by two metres.");
        Assert.Equal(all[1..].Order(), tongues.Open.Order());
        tongues.Undo();
        Assert.Equal(all.Order(), tongues.Open.Order());
        tongues.Done(null);
        Assert.Empty(tongues.Open);
        Assert.Null(tongues.Translation.ChangedSince);
        tongues.Undo();
        Assert.Equal(all.Order(), tongues.Open.Order());
        tongues.Done(null);

        tongues.Say(P("It rose by three metres."), P("The bridge is closed."), P("It rains."));

        Assert.Equal(["It rose by three metres.: Edited"], tongues.Open);
        // An act about a text that stands no more cannot be taken back over the new one.
        tongues.Undo();
        Assert.Contains("It rose by three metres.: Edited", tongues.Open);
    }

    [Fact]
    public void What_is_put_back_as_it_was_is_no_change()
    {
        Node[] blocks = [P("It rose by a metre."), P("Nobody was hurt."), P("The bridge is closed.")];
        var tongues = new Tongues(blocks);
        tongues.TranslateAll();
        tongues.Say(P("The bridge is open."), P("Another one."));
        tongues.Say(blocks);
        Assert.Empty(tongues.Open);
        tongues.Say(blocks.Reverse());
        Assert.Empty(tongues.Open);
    }

    [Fact]
    public void A_paragraph_that_is_not_yet_translated_is_only_missing_whatever_the_source_does()
    {
        var tongues = new Tongues(P("It rose by a metre."), P("Nobody was hurt."));
        tongues.Say(P("It rose by two metres."), P("Nobody was hurt."));
        Assert.Equal(["The river rises: Missing", "It rose.: Missing", "It rose by two metres.: Missing", "Nobody was hurt.: Missing"], tongues.Open);
        Assert.Equal(0, tongues.Translation.Changed);
    }

    [Fact]
    public void Split_joined_moved_and_wrapped_the_paragraphs_still_say_what_they_said()
    {
        var tongues = new Tongues(P("One is one."), P("Two is two."), P("Three is three."));
        tongues.TranslateAll();
        var (one, two, three) = (tongues.Target.Body.Nodes[0], (Paragraph)tongues.Target.Body.Nodes[1], tongues.Target.Body.Nodes[2]);

        // As the editor does it: both halves have the name, what is joined has both.
        tongues.Write(_ => [new Quote([three]), two with { Content = [new TextRun("= Two")] }, two with { Content = [new TextRun("is two.")] }, one]);
        Assert.Empty(tongues.Open);
        tongues.Write(_ => [two with { Source = $"{two.Source} {one.Source}" }, three]);
        Assert.Empty(tongues.Open);
        tongues.Say(P("One is not one."), P("Two is two."), P("Three is three."));
        Assert.Equal(["One is not one.: Edited"], tongues.Open);
        tongues.Write(_ => [three]);
        Assert.Equal(["One is not one.: Edited", "Two is two.: Missing"], tongues.Open);
    }

    [Fact]
    public void The_same_words_in_both_languages_are_done_when_the_translator_says_so()
    {
        var tongues = new Tongues(P("Reuters"));
        tongues.Write(nodes => [(Paragraph)nodes[0] with { Content = [new TextRun("Reuters")] }]);
        Assert.Contains("Reuters: Missing", tongues.Open);
        tongues.Done("Reuters");
        Assert.DoesNotContain("Reuters: Missing", tongues.Open);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void After_any_edits_one_by_one_just_what_differs_from_what_was_translated_is_told(int seed)
    {
        var random = new Random(seed);
        var number = 0;
        string Fresh() => $"Sentence {++number} of the story says {random.Next(1_000)} and {random.Next(1_000)}.";
        // What each paragraph says, and what it said when it was seen; null when it was never.
        List<(string Said, string? Seen)> source = [.. Enumerable.Range(0, 8).Select(_ => Fresh()).Select(text => (text, text))];
        List<string> gone = [];
        var tongues = new Tongues([.. source.Select(one => P(one.Said))]);
        tongues.TranslateAll();
        for (int edit = 0; edit < 60; edit++)
        {
            var at = random.Next(source.Count);
            switch (random.Next(6))
            {
                case 0: source[at] = (source[at].Said.Replace("says", "told us and says", StringComparison.Ordinal), source[at].Seen); break;
                case 1: source.Insert(at, (Fresh(), null)); break;
                case 2 when source.Count > 2:
                    if (source[at].Seen is { } lost) gone.Add(lost);
                    source.RemoveAt(at);
                    break;
                case 3:
                    var moved = source[at];
                    source.RemoveAt(at);
                    source.Insert(random.Next(source.Count + 1), moved);
                    break;
                case 4 when source[at].Seen is { } old: source[at] = (old, old); break;
                case 5 when random.Next(4) == 0:
                    tongues.TranslateNew();
                    tongues.Done(null);
                    source = [.. source.Select(one => (one.Said, (string?)one.Said))];
                    gone.Clear();
                    break;
            }
            tongues.Say(source.Select(one => P(one.Said)));

            Assert.Equal(source.Select(one => one.Said), tongues.Translation.Units.Skip(2).Select(unit => unit.Text).OfType<string>());
            Assert.Equal(
                source.Where(one => one.Said != one.Seen).Select(one => $"{one.Said}: {(one.Seen is null ? UnitState.Added : UnitState.Edited)}").Concat(gone.Select(text => $"{text}: {UnitState.Removed}")).Order(),
                tongues.Open.Order());
            Assert.Equal(tongues.Open.Count(), tongues.Translation.Changed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void After_many_edits_at_once_what_stayed_is_what_it_was_and_nothing_that_is_new_goes_untold(int seed)
    {
        var random = new Random(seed);
        List<string> source = [.. Enumerable.Range(0, 30).Select(n => $"Sentence {n} of the story says {random.Next(1_000)}.")];
        var tongues = new Tongues([.. source.Select(P)]);
        tongues.TranslateAll();
        var names = tongues.Translation.Units.Skip(2).ToDictionary(unit => unit.Text!, unit => unit.Id);
        var changed = source.Select(text => random.Next(4) switch { 0 => text + " And more.", 1 => "Something else entirely " + random.Next(), _ => text }).Where(_ => random.Next(6) > 0)
            .SelectMany(text => random.Next(6) == 0 ? [text, $"A new one {random.Next()}"] : new[] { text }).ToList();
        if (random.Next(2) == 0) changed = [.. changed.OrderBy(_ => random.Next())];

        tongues.Say(changed.Select(P));

        Assert.Equal(changed, tongues.Translation.Units.Skip(2).Select(unit => unit.Text).OfType<string>());
        Assert.Equal(changed.Intersect(source).Select(text => (text, names[text])), tongues.Translation.Units.Where(unit => source.Contains(unit.Text ?? "")).Select(unit => (unit.Text!, unit.Id)));
        var open = tongues.Open.ToList();
        Assert.Equal(changed.Except(source), changed.Where(text => open.Contains($"{text}: Edited") || open.Contains($"{text}: Added")));
        // Of what was translated and is not in the source, each is told as edited or removed.
        Assert.Equal(source.Count - changed.Intersect(source).Count(), open.Count(line => line.EndsWith("Edited", StringComparison.Ordinal) || line.EndsWith("Removed", StringComparison.Ordinal)));
    }

    /// <summary>The body of the translation, the names of the source's blocks written as their numbers.</summary>
    static string Numbered(Tongues tongues) =>
        tongues.Translation.Units.Skip(2).Index().Aggregate(tongues.Target.Body.ToJson()["{\"type\":\"doc\",\"content\":".Length..^1], (json, unit) => json.Replace($"\"{unit.Item.Id}\"", $"\"{unit.Index + 1}\"", StringComparison.Ordinal));
}

using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Tests;

/// <summary>What a filter saw is marked where it stood.</summary>
public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_stand_where_the_evidence_stood_and_overlapping_ones_name_both_rules()
    {
        CaseEvidence evidence = Of("buy cheap watches now", ("spam", SurfaceKind.Content, 4, 13, "cheap watches"), ("terms", SurfaceKind.Content, 10, 11, "watches now"));
        Assert.Equal(["buy ", "[spam:cheap ]", "[spam, terms:watches]", "[terms: now]"], Show(MarkedText.Original(evidence)));
    }

    [Fact]
    public void The_folded_reading_is_marked_at_the_same_places()
    {
        CaseEvidence evidence = Of("say frее **nitro**!", ("spam", SurfaceKind.Content, 4, 14, "frее **nitro**"));
        Assert.Equal(["say ", "[spam:free nitro]", "!"], Show(MarkedText.Normalised(evidence)));
    }

    [Fact]
    public void Evidence_of_another_surface_is_found_by_what_was_written_there()
    {
        CaseEvidence evidence = Of("hello\n[Embed] free nitro", ("spam", SurfaceKind.Embed, 0, 10, "free nitro"), ("lost", SurfaceKind.Embed, 0, 4, "gone"));
        Assert.Equal(["hello\n[Embed] ", "[spam:free nitro]"], Show(MarkedText.Original(evidence)));
    }

    [Fact]
    public void An_excerpt_shows_the_mark_wherever_it_stands()
    {
        string text = new string('a', 900) + " needle " + new string('b', 900);
        MarkedText excerpt = MarkedText.Excerpt(Of(text, ("terms", SurfaceKind.Content, 901, 6, "needle")), 200);
        Assert.Contains("[terms:needle]", Show(excerpt));
        Assert.Equal("… ", excerpt.Pieces[0].Text);
        Assert.Equal(" …", excerpt.Pieces[^1].Text);
        Assert.InRange(excerpt.Pieces.Sum(piece => piece.Text.Length), 100, 204);
    }

    [Fact]
    public void Whatever_the_spans_the_original_keeps_every_character()
    {
        Gen<(string, int, int)> cases = from text in ArbMap.Default.GeneratorFor<string>()
                                        from start in Gen.Choose(-5, 60)
                                        from length in Gen.Choose(0, 80)
                                        select (text ?? "", start, length);
        Prop.ForAll(Arb.From(cases), sample =>
        {
            CaseEvidence evidence = Of(sample.Item1, ("rule", SurfaceKind.Content, sample.Item2, sample.Item3, "x"), ("rule2", SurfaceKind.Content, 1, 3, "yy"));
            string joined = string.Concat(MarkedText.Original(evidence).Pieces.Select(piece => piece.Text));
            MarkedText.Normalised(evidence);
            MarkedText.Excerpt(evidence, 20);
            return joined == sample.Item1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_mark_never_cuts_a_character_in_two()
    {
        MarkedText marked = MarkedText.Original(Of("a😀b", ("rule", SurfaceKind.Content, 2, 1, "x")));
        Assert.All(marked.Pieces, piece => Assert.False(piece.Text.Length > 0 && (char.IsLowSurrogate(piece.Text[0]) || char.IsHighSurrogate(piece.Text[^1]))));
    }

    private static IEnumerable<string> Show(MarkedText text) => text.Pieces.Select(piece => piece.Rules is null ? piece.Text : $"[{piece.Rules}:{piece.Text}]");

    private static CaseEvidence Of(string content, params (string Rule, SurfaceKind Surface, int Start, int Length, string Original)[] spans) => new(
        content,
        [
            .. spans.Select(span => new Hit
            {
                Rule = span.Rule,
                Filter = "f",
                Category = Category.Other,
                Disposition = Disposition.Flag,
                Reason = "",
                Evidence = [new Evidence(span.Surface, 0, span.Start, span.Length, span.Original, span.Original)],
            }),
        ],
        [],
        []);
}

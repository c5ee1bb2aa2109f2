using FsCheck;
using FsCheck.Fluent;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;

namespace IsoE.Workflows.Tests.Editing;

/// <summary>What holds of every edit, in whatever order. A failure prints its seed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EditProperties
{
    [Test]
    public void No_order_of_edits_makes_a_text_the_strict_reader_refuses() => Check(step =>
        Assert.That(Drafts.StrictErrors(step.After), Is.Empty, $"{step.Edit}"));

    [Test]
    public void Activities_an_edit_does_not_name_keep_their_bytes_and_their_order() => Check(step =>
    {
        var (before, after) = (Drafts.Activities(step.Before), Drafts.Activities(step.After));
        var raw = after.ToDictionary(a => a.Id, a => a.Raw);
        foreach (var (id, text) in before.Where(a => raw.ContainsKey(a.Id) && !Touched(step.Edit).Contains(a.Id) && !Forgets(step, a.Id)))
        {
            Assert.That(raw[id], Is.EqualTo(text), $"{id} after {step.Edit}");
        }

        var kept = before.Select(a => a.Id).Where(raw.ContainsKey);
        Assert.That(after.Select(a => a.Id).Where(before.Select(a => a.Id).Contains), Is.EqualTo(kept), $"{step.Edit}");
    });

    [Test]
    public void What_stands_around_the_flowchart_keeps_its_bytes() => Check(step =>
    {
        static string Head(FlowDraft draft) => draft.Json[..draft.Json.IndexOf("\"variables\"", StringComparison.Ordinal)];
        Assert.That(Head(step.After), Is.EqualTo(Head(step.Before)), $"{step.Edit}");
    });

    [Test]
    public void A_canonical_text_stays_canonical() => Check(
        step => Assert.That(DefinitionWriter.Write(step.After.Definition), Is.EqualTo(step.After.Json), $"{step.Edit}"),
        layout => layout == "canonical");

    [Test]
    public void The_layout_of_the_text_stays() => Check(
        step =>
        {
            var (before, after) = (step.Before.Json, step.After.Json);
            Assert.Multiple(() =>
            {
                Assert.That(after.Contains('\n', StringComparison.Ordinal), Is.EqualTo(before.Contains('\n', StringComparison.Ordinal)), "lines");
                Assert.That(after.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal),
                    Is.EqualTo(before.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)), "line ends");
                Assert.That(after[0], Is.EqualTo(before[0]), "beginning");
            });
        },
        layout => layout != "canonical");

    [Test]
    public void Setting_an_input_back_gives_the_earlier_bytes() => Check(step =>
    {
        if (step.Edit is SetInput { Input: var input } set && step.Before.Definition.Activities[set.Activity].LiteralText(input) is { } old)
        {
            Assert.That(step.After.With(new SetInput(set.Activity, input, old)).Json, Is.EqualTo(step.Before.Json), $"{step.Edit}");
        }
    });

    private static void Check(Action<(FlowDraft Before, FlowEdit Edit, FlowDraft After)> holds, Func<string, bool>? layouts = null) =>
        Prop.ForAll(RandomEdits.Sessions, session =>
        {
            foreach (var step in layouts is null || layouts(session.Layout) ? RandomEdits.Run(session) : [])
            {
                holds(step);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    // The rule of two people forgets the step that was deleted.
    private static bool Forgets((FlowDraft Before, FlowEdit Edit, FlowDraft After) step, string id) =>
        step.Before.Definition.Activities[id].LiteralTexts("separateFrom")?.Any(other => !step.After.Definition.Activities.ContainsKey(other)) == true;

    private static string[] Touched(FlowEdit edit) => edit switch
    {
        SetTitle e => [e.Activity],
        SetInput e => [e.Activity],
        SetTimeLimit e => [e.Activity],
        AddOutcome e => [e.Activity],
        RemoveOutcome e => [e.Activity],
        LabelOutcome e => [e.Activity],
        AddSupplementLoop e => [e.Step],
        _ => [],
    };
}

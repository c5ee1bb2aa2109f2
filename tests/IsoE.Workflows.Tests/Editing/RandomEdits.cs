using FsCheck;
using FsCheck.Fluent;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Conditions;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;

namespace IsoE.Workflows.Tests.Editing;

/// <summary>What an author in a hurry might do: any edit, with names taken from the draft at hand, fitting or not.</summary>
internal static class RandomEdits
{
    private static readonly string[] Titles = ["Kiểm tra hồ sơ", "Trình ký “khẩn”", "12", "Đồng ý", "A\\b\"c", "  ", "Thẩm định rất dài dòng qua nhiều khâu của cơ quan chuyên môn"];
    private static readonly string[] Inputs = ["role", "unit", "timeLimit", "form", "record", "isoClause", "instructions", "clock", "waitsFor", "onTimeout", "separateFrom", "event", "mode"];
    private static readonly string[] Texts = ["", "clerk", "WaitAny", "pauses", "payment", "escalate", "Mục “8.5” \t dòng\nmới", "{\"a\":1}"];

    public static Arbitrary<(string Code, string Layout, int[] Choices)> Sessions => (
        from code in Gen.Frequency((5, Gen.Constant("NB-01")), (1, Gen.Constant("1.004873")), (1, Gen.Constant("1.013225")))
        from layout in Gen.Elements(Drafts.Layouts.ToArray())
        from choices in Gen.Choose(0, 1_000_000).ArrayOf(60)
        select (code, layout, choices)).ToArbitrary();

    /// <summary>The drafts of a session, each with the edit that made it; refused edits leave no draft.</summary>
    public static IEnumerable<(FlowDraft Before, FlowEdit Edit, FlowDraft After)> Run((string Code, string Layout, int[] Choices) session)
    {
        var draft = Drafts.Read(Drafts.Laid(Drafts.Shipped(session.Code).Json, session.Layout));
        foreach (var choices in session.Choices.Chunk(6))
        {
            var edit = Edit(draft, new Picks(choices));
            FlowDraft after;
            try
            {
                after = draft.With(edit);
            }
            catch (RejectedException)
            {
                continue;
            }

            yield return (draft, edit, after);
            draft = after;
        }
    }

    private static FlowEdit Edit(FlowDraft draft, Picks pick)
    {
        var activities = draft.Definition.Root.Activities;
        var (activity, other) = (pick.From(activities), pick.From(activities));
        var outcome = activity.Outcomes is { Count: > 0 } outcomes ? pick.From(outcomes) : "Done";
        var spot = new Spot(activity.Id, outcome);
        var title = new Text(pick.From(Titles), pick.From(Titles));
        var condition = new FlowCondition(pick.Of(2) == 0, [
            new Comparison(ConditionField.OfForm("floors"), pick.From(Comparison.Operators), Values.Of(pick.Of(9))),
            new Comparison(ConditionField.OfStep("Draft", "outcome"), "==", Values.Of(pick.From(Titles))),
        ]);
        return pick.Of(20) switch
        {
            0 or 1 => new AddStep((StepKind)pick.Of(5), title, spot),
            2 or 3 => new DeleteActivity(activity.Id),
            4 => new DeleteActivity(activity.Id, outcome),
            5 => new MoveUp(activity.Id),
            6 => new MoveDown(activity.Id),
            7 => new MoveTo(other.Id, spot),
            8 => new DuplicateStep(activity.Id),
            9 => new SetTitle(activity.Id, title),
            10 => new SetInput(activity.Id, pick.From(Inputs), pick.From(Texts)),
            11 => new SetTimeLimit(activity.Id, [KeyValuePair.Create("house", (string?)"4h"), KeyValuePair.Create("works", pick.Of(2) == 0 ? "2wd" : null)]),
            12 => new LeadTo(activity.Id, outcome, pick.Of(3) == 0 ? [] : [other.Id]),
            13 => new AddOutcome(activity.Id, title),
            14 => new RemoveOutcome(activity.Id, outcome),
            15 => new LabelOutcome(activity.Id, outcome, title),
            16 => new AddDecision(spot, title, condition, pick.Of(2) == 0 ? other.Id : null),
            17 => new AddParallel(spot, [title, new Text("Nhánh hai", "Second branch")]),
            18 => new AddChoice(spot, title, [new ChoiceCase(pick.From(Titles), condition)]),
            _ => new AddSupplementLoop(activity.Id, "15wd"),
        };
    }

    private sealed class Picks(int[] choices)
    {
        private int next;

        public int Of(int count) => choices[next++ % choices.Length] / (1 + (next / choices.Length * 31)) % count;

        public T From<T>(IReadOnlyList<T> items) => items[Of(items.Count)];
    }
}

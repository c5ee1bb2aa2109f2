using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>What is different between two versions of a procedure, in words, and exact: applied to the old one it gives the new one.</summary>
/// <remarks>
/// The differences are found as edits of the two texts; every edit belongs to exactly one change, so none is hidden
/// and none is told twice. What an edit means is said by <see cref="FlowChanges"/> and <see cref="TextChanges"/>.
/// </remarks>
/// <param name="Changes">Steps in the order of the new version, the flow around them, the text in the order of the file.</param>
public sealed record Redline(IReadOnlyList<Change> Changes)
{
    private const string Flow = "flow";
    private const string Text = "text";

    /// <summary>Nothing but drawing and layout is different.</summary>
    public bool IsOnlyDrawing => Changes.All(c => c.Kind == ChangeKind.Drawing);

    /// <summary>One line for each subject: "Bước 4: 3 → 2 ngày làm việc; thêm hồ sơ “Phiếu yêu cầu bổ sung” (Mẫu số 02)".</summary>
    public IReadOnlyList<Text> Lines =>
        [.. Changes.GroupBy(c => c.Subject).Select(g => new Text(
            $"{g.Key.Vi}: {string.Join("; ", g.Select(c => c.What.Vi))}",
            $"{g.Key.En}: {string.Join("; ", g.Select(c => c.What.En))}"))];

    public static Redline Between(ProcedureContent before, ProcedureContent after)
    {
        var (oldFlow, flow) = (FlowForm.Of(before.Flow), FlowForm.Of(after.Flow));
        var (oldText, text) = (TextForm.Of(before.Text), TextForm.Of(after.Text));
        var (old, now) = (new FlowView(oldFlow, oldText.Procedure), new FlowView(flow, text.Procedure));
        return new Redline(
        [
            .. new FlowChanges(old, now).Of(TreeDiff.Between(oldFlow.Tree, flow.Tree)).Select(c => In(Flow, c)),
            .. new TextChanges(oldText.Tree, text.Tree).Of(TreeDiff.Between(oldText.Tree, text.Tree)).Select(c => In(Text, c)),
            .. Layout(before.Flow != after.Flow && oldFlow.Tree.Same(flow.Tree), before.Text != after.Text && oldText.Tree.Same(text.Tree)),
        ]);
    }

    /// <summary>The new version, in canonical form, from the old one.</summary>
    /// <exception cref="RejectedException"><c>redline-of-another-version</c>: this is not the version it was made for.</exception>
    public ProcedureContent Apply(ProcedureContent before) => new(
        FlowForm.Write(TreePatch.Apply(FlowForm.Of(before.Flow).Tree, Edits(Flow))),
        TextForm.Write(TreePatch.Apply(TextForm.Of(before.Text).Tree, Edits(Text))));

    private List<TreeEdit> Edits(string part) =>
        [.. Changes.SelectMany(c => c.Edits).Where(e => e.Path[0] == part).Select(e => e with { Path = [.. e.Path.Skip(1)] })];

    // Both texts in one list: the first name of a path says which.
    private static Change In(string part, Change change) =>
        change with { Edits = [.. change.Edits.Select(e => e with { Path = [part, .. e.Path] })] };

    private static IEnumerable<Change> Layout(bool flow, bool text)
    {
        if (flow) yield return new Change(ChangeKind.Drawing, new("Tệp lưu đồ", "File of the flow"), Unchanged, []);
        if (text) yield return new Change(ChangeKind.Drawing, new("Tệp văn bản", "File of the text"), Unchanged, []);
    }

    private static Text Unchanged { get; } = new(
        "chỉ cách trình bày trong tệp thay đổi, nội dung không đổi", "only the layout of the file changed, its content did not");
}

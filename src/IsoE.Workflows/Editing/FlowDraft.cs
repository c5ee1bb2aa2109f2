using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Editing;

/// <summary>
/// A workflow definition as its author edits it: the exact text, and what it means. Immutable; an edit gives another
/// draft. There is no model between the table and the file: an edit changes the text where it must and nowhere else.
/// </summary>
/// <remarks>How added text is laid out is told at <see cref="Source.JsonSource"/>.</remarks>
public sealed class FlowDraft
{
    private static readonly DefinitionReadOptions Lenient = new(ShowUnknownActivities: true);

    private FlowDraft(string json, WorkflowDefinition definition)
    {
        (Json, Definition) = (json, definition);
    }

    public string Json { get; }

    /// <summary>What the text means; activities of unknown type stand as <c>Elsa.NotFoundActivity</c>.</summary>
    public WorkflowDefinition Definition { get; }

    public FlowGraph Graph => FlowGraph.Of(Definition.Root);

    /// <returns>The draft, or null with at least one error: the text is no definition.</returns>
    public static (FlowDraft? Draft, IReadOnlyList<DefinitionError> Errors) Read(string json)
    {
        var result = DefinitionReader.Read(json, Lenient);
        return (result.Definition is { } definition ? new FlowDraft(json, definition) : null, result.Errors);
    }

    /// <exception cref="RejectedException">The edit does not fit the draft; the reason says what does.</exception>
    public FlowDraft With(FlowEdit edit)
    {
        if (Definition.Root.Type.TypeName != "Elsa.Flowchart")
        {
            throw new RejectedException("not-a-flowchart", new Text(
                "Quy trình này không phải lưu đồ nên không sửa được trong bảng bước. Hãy chỉnh trong Studio.",
                "This workflow is no flowchart and cannot be edited in the step table. Edit it in Studio."));
        }

        var editing = new FlowEditing(this);
        edit.Apply(editing);
        var edited = editing.Source.ToString();
        return edited == Json ? this : Accepted(edited);
    }

    public FlowDraft With(IEnumerable<FlowEdit> edits) => edits.Aggregate(this, (draft, edit) => draft.With(edit));

    private static FlowDraft Accepted(string json)
    {
        var (draft, errors) = Read(json);
        return draft ?? throw new RejectedException("edit-refused", errors[0].Message);
    }
}

/// <summary>One thing an author does to a flow. Carries all it needs; the same edit of the same text gives the same text.</summary>
public abstract record FlowEdit
{
    private protected FlowEdit()
    {
    }

    /// <exception cref="RejectedException">The edit does not fit.</exception>
    internal abstract void Apply(FlowEditing flow);
}

/// <summary>A place in the flow: what follows an activity when it ends with an outcome.</summary>
/// <param name="Outcome">May be null when the activity has one outcome only.</param>
public sealed record Spot(string After, string? Outcome = null);

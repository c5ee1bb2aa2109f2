using IsoE.Office.Procedures.WordImport.Drafting;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport;

/// <summary>What a Word procedure becomes: the two texts of a draft, and what its author has to look at.</summary>
/// <param name="Activities">The activity of each step of the document, by the step's number; a step may have none.</param>
public sealed record ImportedDraft(ProcedureContent Content, IReadOnlyList<ImportRemark> Remarks, IReadOnlyDictionary<int, string> Activities)
{
    /// <summary>Makes the draft. Its flow is connected from the start to the end whatever the document lacks.</summary>
    /// <param name="today">The day in the agency's zone, for the control page.</param>
    public static ImportedDraft Of(WordProcedure word, string code, Text name, DateOnly today)
    {
        var template = ProcedureTemplate.Of(code, name, today);
        var plan = FlowPlan.Of(word.Sheet);
        var records = DraftRecords.Of(word.Text, plan);
        var content = new ProcedureContent(
            DraftFlow.Write(template.Flow, plan, records.ByStep),
            new DraftText(word, plan, records).Write(template.Text));
        return new ImportedDraft(content, DraftRemarks.Of(word, plan), plan.Steps.ToDictionary(step => step.Step.Number, step => step.Id));
    }
}

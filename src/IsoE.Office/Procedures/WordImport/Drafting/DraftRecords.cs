using IsoE.Office.Procedures.WordImport.Sections;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>The records of the document under codes of their own, and the steps that leave them.</summary>
internal sealed class DraftRecords
{
    private DraftRecords(IReadOnlyList<(string Code, ImportedRecord Record)> all, IReadOnlyDictionary<string, string> byStep) => (All, ByStep) = (all, byStep);

    public IReadOnlyList<(string Code, ImportedRecord Record)> All { get; }

    /// <summary>Code of the record by the id of the step.</summary>
    public IReadOnlyDictionary<string, string> ByStep { get; }

    public static DraftRecords Of(ImportedText text, FlowPlan plan)
    {
        var all = new List<(string Code, ImportedRecord Record)>();
        foreach (var record in text.Records.Select(record => record.Value!).DistinctBy(record => PlainWords.Bare(record.Name)))
            all.Add((ReadableId.Unique(ReadableId.Of(record.Name), code => all.Exists(known => known.Code == code)), record));
        var byStep = plan.Steps.Where(step => !step.IsWait)
            .Select(step => (step.Id, Code: step.Step.Forms.Value!.Select(form => Find(all, form)).FirstOrDefault(code => code is not null)))
            .Where(step => step.Code is not null).ToDictionary(step => step.Id, step => step.Code!, StringComparer.Ordinal);
        return new DraftRecords(all, byStep);
    }

    /// <summary>The record a step's paper is: one name is the beginning of the other.</summary>
    private static string? Find(List<(string Code, ImportedRecord Record)> all, StepForm form)
    {
        var name = PlainWords.Bare(form.Name);
        return name.Length < 5 ? null : all.FirstOrDefault(known => PlainWords.Bare(known.Record.Name) is var record
            && (record.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(record, StringComparison.Ordinal))).Code;
    }
}

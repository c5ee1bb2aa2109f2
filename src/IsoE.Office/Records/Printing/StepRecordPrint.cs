using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;

namespace IsoE.Office.Records.Printing;

/// <summary>What a step has found and decided, for records of the procedure that have no form of their own.</summary>
internal static class StepRecordPrint
{
    private static readonly string[] Own = [TaskResult.Outcome, TaskResult.By, TaskResult.ByName, TaskResult.At];

    /// <param name="other">Another procedure by its code: its answer may be the record.</param>
    public static StepRecord Of(DossierMoment moment, RecordRow record, JsonElement data, Func<string, Procedure?> other)
    {
        var kind = moment.Procedure.FindRecord(record.Code);
        var step = moment.Version.Steps.Find(record.ActivityId ?? "");
        return new StepRecord
        {
            Head = moment.Head(kind?.Form ?? "", record.IssuedAt),
            Name = record.TitleVi,
            Code = moment.Dossier.Code,
            Applicant = moment.Dossier.IsInternal ? null : moment.Applicant,
            Subject = moment.Dossier.Subject ?? "",
            OpenedBy = moment.Dossier.IsInternal ? $"{moment.Dossier.ApplicantName} ({DossierMoment.ShortTime(moment.Dossier.ReceivedAt)})" : "",
            Request = moment.Procedure.Name.Vi,
            Step = step?.Title.Vi ?? "",
            Decision = step?.Outcomes.FirstOrDefault(outcome => outcome.Id == data.Text(TaskResult.Outcome))?.Label.Vi ?? "",
            DoneAt = DossierMoment.TimeAndDate(record.IssuedAt),
            Entries = [.. Entries(moment, record, data, other)],
            Recipients = ["Hồ sơ công việc", "Lưu: VT"],
            Signer = moment.Sign(record),
        };
    }

    /// <summary>The entered values under the labels of the step's form or answer; other data of the record under their own names.</summary>
    private static IEnumerable<RecordEntry> Entries(DossierMoment moment, RecordRow record, JsonElement data, Func<string, Procedure?> other)
    {
        var activity = moment.Version.Definition.Activities.GetValueOrDefault(record.ActivityId ?? "");
        var fields = activity is null ? [] : StepAnswer.FieldsOf(activity, moment.Procedure, other);
        return fields.Count > 0
            ? FormWords.Read(fields, StepAnswer.ValuesOf(activity!, data)).Select(fact => new RecordEntry(fact.Key.Vi, fact.Value.Vi))
            : data.EnumerateObject()
                .Where(value => !Own.Contains(value.Name) && data.Text(value.Name).Length > 0)
                .Select(value => Entry(moment, value));
    }

    /// <summary>Data that a flow hands to a record carry the name of the field they were entered in.</summary>
    private static RecordEntry Entry(DossierMoment moment, JsonProperty value)
    {
        var field = moment.Procedure.TaskForms.SelectMany(form => form.Fields).Concat(moment.Procedure.Form)
            .FirstOrDefault(field => field.Id == value.Name);
        return field is null
            ? new RecordEntry(value.Name, IsoE.Workflows.Values.ToText(value.Value))
            : new RecordEntry(field.Label.Vi, FormWords.Of(field, value.Value).Vi);
    }
}

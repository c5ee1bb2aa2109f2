using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Tasks;

namespace IsoE.Office.Records.Printing;

/// <summary>What a step has found and decided, for records of the procedure that have no form of their own.</summary>
internal static class StepRecordPrint
{
    public static StepRecord Of(DossierMoment moment, RecordRow record, JsonElement data)
    {
        var kind = moment.Procedure.FindRecord(record.Code);
        var task = moment.Tasks.LastOrDefault(task => task.ActivityId == record.ActivityId && task.DoneAt == record.IssuedAt);
        return new StepRecord
        {
            Head = moment.Head(kind?.Form ?? "", record.IssuedAt),
            Name = record.TitleVi,
            Code = moment.Dossier.Code,
            Applicant = moment.Applicant,
            Request = moment.Procedure.Name.Vi,
            Step = task?.TitleVi ?? "",
            Decision = task is null ? "" : OutcomeText.Of(moment.Version, task),
            DoneAt = DossierMoment.TimeAndDate(record.IssuedAt),
            Entries = [.. Entries(moment, record, data)],
            Recipients = ["Hồ sơ công việc", "Lưu: VT"],
            Signer = moment.Sign(record.IssuedBy),
        };
    }

    /// <summary>The entered values under the labels of the step's form; other data of the record under their own names.</summary>
    private static IEnumerable<RecordEntry> Entries(DossierMoment moment, RecordRow record, JsonElement data)
    {
        var form = moment.Version.Definition.Activities.GetValueOrDefault(record.ActivityId ?? "")?.LiteralText("form");
        var fields = form is null ? [] : moment.Procedure.FindTaskForm(form)?.Fields ?? [];
        var known = fields.Where(field => data.Text(field.Id).Length > 0).Select(field => new RecordEntry(field.Label.Vi, FieldText.Of(field, data)));
        if (fields.Count > 0)
            return known;
        string[] own = [TaskResult.Outcome, TaskResult.By, TaskResult.ByName, TaskResult.At];
        return data.EnumerateObject()
            .Where(value => !own.Contains(value.Name) && data.Text(value.Name).Length > 0)
            .Select(value => new RecordEntry(LabelOf(moment, value.Name), data.Text(value.Name)));
    }

    /// <summary>Data that a flow hands to a record carry the name of the field they were entered in.</summary>
    private static string LabelOf(DossierMoment moment, string name) => moment.Procedure.TaskForms
        .SelectMany(form => form.Fields)
        .Concat(moment.Procedure.Form)
        .FirstOrDefault(field => field.Id == name)?.Label.Vi ?? name;
}

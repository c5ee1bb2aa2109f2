using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Records.Signing;

/// <summary>The result of a dossier as it is put before the leader: what was applied for, and what is proposed.</summary>
/// <remarks>Its number and date are given by the seal, after the leader has signed (NĐ 30/2020, articles 14 and 15).</remarks>
internal static class ResultDraft
{
    public static StepRecord Of(DossierMoment moment, RecordKind kind, string signerId)
    {
        var at = moment.History[^1].At;
        return new StepRecord
        {
            Head = moment.Head("", at),
            Name = kind.Name.Vi,
            Code = moment.Dossier.Code,
            Applicant = moment.Dossier.IsInternal ? null : moment.Applicant,
            Subject = moment.Dossier.Subject ?? "",
            OpenedBy = moment.Dossier.IsInternal ? $"{moment.Dossier.ApplicantName} ({DossierMoment.ShortTime(moment.Dossier.ReceivedAt)})" : "",
            Request = moment.Procedure.Name.Vi,
            Step = "",
            Decision = "",
            DoneAt = "",
            Entries = [.. Stated(moment), .. Proposed(moment)],
            Recipients = ["Như trên;", "Lưu: VT."],
            Signer = moment.Sign(signerId),
        };
    }

    private static IEnumerable<RecordEntry> Stated(DossierMoment moment) =>
        FormWords.Read(moment.Procedure.Form, moment.Dossier.ReadForm()).Select(fact => new RecordEntry(fact.Key.Vi, fact.Value.Vi));

    /// <summary>What was entered at the last step that enters anything.</summary>
    private static List<RecordEntry> Proposed(DossierMoment moment)
    {
        foreach (var resumed in moment.History.Select(known => known.Fact).OfType<ActivityResumed>().Where(known => !known.TimedOut).Reverse())
        {
            var activity = moment.Version.Definition.Activities.GetValueOrDefault(resumed.ActivityInstanceId.Split('#')[0]);
            var fields = moment.Procedure.FindTaskForm(activity?.LiteralText("form") ?? "")?.Fields;
            if (fields is not { Count: > 0 } || resumed.Output is not { ValueKind: JsonValueKind.Object } output) continue;
            var entries = FormWords.Read(fields, output).Select(fact => new RecordEntry(fact.Key.Vi, fact.Value.Vi)).ToList();
            if (entries.Count > 0) return entries;
        }

        return [];
    }
}

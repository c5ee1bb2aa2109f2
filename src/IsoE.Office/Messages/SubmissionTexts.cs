using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Workflows;

namespace IsoE.Office.Messages;

/// <summary>What is said about something handed in online before it is accepted.</summary>
internal static class SubmissionTexts
{
    public static (Text Subject, Text Message) SentBack(SupplementRequested e, DossierRow dossier)
    {
        var until = e.DueAt is { } due ? Wording.Moment(due) : null;
        var (items, by) = (string.Join("; ", e.Items), until is null ? ("", "") : ($" Chậm nhất {until.Vi}.", $" By {until.En}."));
        return (
            new Text($"Hồ sơ {dossier.Code} cần bổ sung trước khi tiếp nhận", $"Dossier {dossier.Code} has to be completed before it is accepted"),
            new Text($"Hồ sơ {dossier.Code} cần bổ sung: {items}.{by.Item1}", $"Dossier {dossier.Code} lacks: {items}.{by.Item2}"));
    }

    public static (Text Subject, Text Message) Refused(DossierRefused e, DossierRow dossier) => (
        new Text($"Hồ sơ {dossier.Code} không được tiếp nhận", $"Dossier {dossier.Code} is not accepted"),
        new Text($"Hồ sơ {dossier.Code} không được tiếp nhận. Lý do: {e.Reason}", $"Dossier {dossier.Code} is not accepted. Reason: {e.Reason}"));

    public static (Text Subject, Text Message) Stopped(DossierStopped e, DossierRow dossier) => (
        new Text($"Hồ sơ {dossier.Code} dừng giải quyết", $"Dossier {dossier.Code} is stopped"),
        new Text($"Hồ sơ {dossier.Code} dừng giải quyết. Lý do: {e.Reason}. Ông/Bà có thể nộp lại.", $"Dossier {dossier.Code} is stopped. Reason: {e.Reason}. You may hand it in again."));

    public static (Text Subject, Text Message) Overdue(AnswerBecameOverdue e, DossierRow dossier)
    {
        var due = Wording.Moment(e.DueAt);
        return (
            new Text($"Quá thời hạn trả lời hồ sơ trực tuyến {dossier.Code}", $"Submission {dossier.Code} has not been answered in time"),
            new Text($"Hồ sơ trực tuyến {dossier.Code} phải được trả lời chậm nhất {due.Vi} nhưng chưa có ai trả lời.", $"Submission {dossier.Code} had to be answered by {due.En}; nobody has."));
    }
}

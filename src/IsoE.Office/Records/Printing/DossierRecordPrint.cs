using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Printing;

/// <summary>Fills the quality record of a dossier from its history.</summary>
internal static class DossierRecordPrint
{
    public static DossierRecord Of(
        DossierMoment moment, DossierView view, IReadOnlyList<HistoryRow> chain, IReadOnlyList<RecordRow> records, WorkingCalendar calendar)
    {
        var dossier = moment.Dossier;
        return new DossierRecord
        {
            Head = moment.Head("", moment.History[^1].At),
            Code = dossier.Code,
            Procedure = $"{moment.Procedure.Name.Vi} ({moment.Procedure.Code})",
            ProcedureVersion = $"{moment.Procedure.Control.Number}, lần ban hành {moment.Procedure.Control.Issue:00}, phiên bản {moment.Version.Version}",
            Identity = [.. dossier.IsInternal ? InternalIdentityOf(moment) : IdentityOf(moment)],
            Status = NationalStatus.NameOf(dossier.NationalStatus, dossier.IsInternal).Vi,
            OnTime = TimelinessOf(dossier),
            Components = [.. dossier.ReadComponents().Select(check => ComponentOf(moment, check))],
            Fields = [.. FieldsOf(moment)],
            Answers = [.. view.Answers.Select(answer => new AnswerLine(
                answer.Title.Vi, answer.From.Vi, DossierMoment.ShortTime(answer.At), OutcomeOf(answer), [.. Named(answer.Facts)]))],
            Steps = [.. moment.Tasks.Select((task, i) => StepOf(moment, task, i + 1, calendar))],
            Decisions = [.. view.Timeline.Where(entry => entry.Detail is not null).Select(entry => new DecisionLine(
                DossierMoment.ShortTime(entry.At), entry.Person ?? "Hệ thống", entry.Title.Vi, entry.Detail!.Vi))],
            Pauses = [.. dossier.ReadPauses().Select(pause => PauseOf(pause, calendar))],
            Issued = [.. records.Select(record => new IssuedLine(
                record.TitleVi, record.Code, DossierMoment.ShortTime(record.IssuedAt), moment.NameOf(record.IssuedBy), record.Sha256 ?? (record.SignedBy is null ? "Chưa in" : "Chờ ký")))],
            History = [.. HistoryOf(moment, view, chain)],
            HistoryCheck = Check(chain),
            Diagram = ProcedureDiagram.Of(moment.Version, "vi", PositionOf(view)),
        };
    }

    private static FlowPosition PositionOf(DossierView view) => new(
        view.Steps.Where(step => step.Value == StepState.Done).Select(step => step.Key).ToHashSet(StringComparer.Ordinal),
        view.Waits.Keys.ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<NamedValue> IdentityOf(DossierMoment moment)
    {
        var dossier = moment.Dossier;
        yield return new("Người nộp hồ sơ", dossier.ApplicantName);
        yield return new("Số định danh", dossier.IdentityNumber ?? "");
        yield return new("Địa chỉ", dossier.Address ?? "");
        yield return new("Điện thoại", dossier.Phone ?? "");
        yield return new("Hình thức nộp", dossier.Channel switch { Channel.Online => "Trực tuyến", Channel.Post => "Bưu chính công ích", _ => "Trực tiếp" });
        yield return new("Trường hợp", moment.Procedure.FindCase(dossier.CaseId)?.Name.Vi ?? dossier.CaseId);
        yield return new("Thời hạn giải quyết", dossier.LegalLimit is { } limit ? TimeLimit.Parse(limit).Describe().Vi : "Theo quy định");
        yield return new("Tiếp nhận", DossierMoment.ShortTime(dossier.ReceivedAt));
        yield return new("Hẹn trả", dossier.PromisedAt is { } promised ? DossierMoment.ShortTime(promised) : "");
        yield return new("Giải quyết xong", dossier.FinishedAt is { } finished ? DossierMoment.ShortTime(finished) : "");
        yield return new("Trả kết quả", dossier.ReturnedAt is { } returned ? DossierMoment.ShortTime(returned) : "");
    }

    private static IEnumerable<NamedValue> InternalIdentityOf(DossierMoment moment)
    {
        var dossier = moment.Dossier;
        yield return new("Nội dung", dossier.Subject ?? "");
        yield return new("Người lập", dossier.ApplicantName);
        yield return new("Đơn vị của người lập", moment.UnitOf(dossier.ReceivedBy ?? ""));
        yield return new("Trường hợp", moment.Procedure.FindCase(dossier.CaseId)?.Name.Vi ?? dossier.CaseId);
        yield return new("Ngày lập", DossierMoment.ShortTime(dossier.ReceivedAt));
        yield return new("Thời hạn thực hiện", dossier.LegalLimit is { } limit ? TimeLimit.Parse(limit).Describe().Vi : "Theo quy định");
        yield return new("Hạn hoàn thành", dossier.PromisedAt is { } promised ? DossierMoment.ShortTime(promised) : "");
        yield return new("Hoàn thành", dossier.FinishedAt is { } finished ? DossierMoment.ShortTime(finished) : "");
    }

    private static string TimelinessOf(DossierRow dossier) => dossier switch
    {
        { OriginalPromisedAt: null } => "Không có thời hạn",
        { FinishedAt: null } => dossier.IsInternal ? "Đang thực hiện" : "Đang giải quyết",
        { FinishedAt: { } finished, OriginalPromisedAt: { } promised } => Timeliness(finished, promised),
    };

    private static string Timeliness(DateTimeOffset done, DateTimeOffset due) =>
        VietnamTime.DateOf(done) < VietnamTime.DateOf(due) ? "Trước hạn"
        : VietnamTime.DateOf(done) == VietnamTime.DateOf(due) ? "Đúng hạn"
        : "Quá hạn";

    private static ReceiptComponent ComponentOf(DossierMoment moment, ComponentCheck check) => new(
        moment.Procedure.FindComponent(check.ComponentId)?.Name.Vi ?? check.ComponentId,
        check.State switch
        {
            ComponentStates.Missing => "Thiếu",
            ComponentStates.NotNeeded => "Không yêu cầu",
            _ when check.Originals > 0 => "Bản chính",
            _ when check.Copies > 0 => "Bản sao",
            _ => "Dữ liệu, bản điện tử",
        },
        check.State == ComponentStates.Enough ? $"{Math.Max(1, check.Originals + check.Copies):00}" : "");

    private static string OutcomeOf(OutsideAnswer answer) => answer.IsLate ? $"{answer.Outcome.Vi} (sau thời hạn)" : answer.Outcome.Vi;

    private static IEnumerable<NamedValue> FieldsOf(DossierMoment moment) =>
        Named(FormWords.Read(moment.Procedure.Form, moment.Dossier.ReadForm()));

    private static IEnumerable<NamedValue> Named(IEnumerable<KeyValuePair<Text, Text>> facts) =>
        facts.Select(fact => new NamedValue(fact.Key.Vi, fact.Value.Vi));

    private static StepRecordLine StepOf(DossierMoment moment, TaskRow task, int number, WorkingCalendar calendar) => new(
        $"{number}",
        task.Title.Vi,
        task.DoneByName ?? task.AssigneeName ?? "",
        DossierMoment.ShortTime(task.CreatedAt),
        task.DoneAt is { } done ? DossierMoment.ShortTime(done) : "",
        task.Due is { } due ? DossierMoment.ShortTime(due) : "",
        task.DoneAt is { } ended ? Hours(calendar.WorkingMinutes(task.CreatedAt, ended)) : "",
        task is { DoneAt: { } at, Due: { } limit } ? StepTimeliness(at, limit) : "",
        task.Status == TaskState.Cancelled ? "Không thực hiện" : OutcomeText.Of(moment.Version, task));

    /// <summary>Steps are measured by the minute: their budget may be hours.</summary>
    private static string StepTimeliness(DateTimeOffset done, DateTimeOffset due) => done > due ? "Quá hạn" : "Đúng hạn";

    private static PauseLine PauseOf(DossierPause pause, WorkingCalendar calendar) => new(
        DossierMoment.ShortTime(pause.From),
        pause.To is { } to ? DossierMoment.ShortTime(to) : "",
        PauseReasons.NameOf(pause.WaitsFor).Vi,
        pause.To is { } end ? $"{calendar.WorkingDaysAfter(VietnamTime.DateOf(pause.From), VietnamTime.DateOf(end))} ngày làm việc" : "");

    private static string Hours(int minutes) => $"{Wording.Number(minutes / 60)} giờ {minutes % 60:00} phút làm việc";

    private static IEnumerable<HistoryLine> HistoryOf(DossierMoment moment, DossierView view, IReadOnlyList<HistoryRow> chain)
    {
        var told = view.Timeline.ToLookup(entry => entry.Sequence, entry => entry.Title.Vi);
        return chain.Select(row => new HistoryLine(
            $"{row.Sequence}",
            DossierMoment.ShortTime(row.At),
            moment.NameOf(row.ActorId),
            told[row.Sequence].FirstOrDefault() ?? row.Type,
            Convert.ToHexStringLower(row.Hash)));
    }

    private static string Check(IReadOnlyList<HistoryRow> chain)
    {
        var previous = HistoryChain.Origin;
        foreach (var row in chain)
        {
            if (!row.PreviousHash.AsSpan().SequenceEqual(previous) || !HistoryChain.Fits(row))
                return $"CẢNH BÁO: chuỗi băm của lịch sử không khớp từ dòng {row.Sequence}; nội dung từ dòng này có thể đã bị thay đổi.";
            previous = row.Hash;
        }

        return $"Chuỗi băm SHA-256 của {chain.Count} dòng lịch sử đã được tính lại khi lập hồ sơ này và khớp hoàn toàn.";
    }
}

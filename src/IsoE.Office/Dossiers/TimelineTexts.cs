using IsoE.Office.Calendars;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
using IsoE.Office.Instances.Incidents;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Signatures;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>The sentence for each event that people want to read.</summary>
internal static class TimelineTexts
{
    public static (Text Title, Text? Detail)? Of(object fact, Dictionary<string, Wait> waits, Procedure procedure) =>
        OfProcedure(fact, waits, procedure) ?? OfTask(fact, waits) ?? OfDossier(fact) ?? OfMoney(fact) ?? OfKeeping(fact);

    private static (Text, Text?)? OfProcedure(object fact, Dictionary<string, Wait> waits, Procedure procedure) => fact switch
    {
        ActivitySuspended { Bookmark.Wait: UserTask task } => (
            new($"Chuyển đến bước: {Named(task).Vi}", $"Step begins: {Named(task).En}"), Roles.NameOf(task.Role)),
        ActivitySuspended { Bookmark.Wait: SubProcedureWait other } => (
            new($"Gửi cơ quan khác: {other.Title.Vi}", $"Handed to another agency: {other.Title.En}"), Same(other.Agency)),
        ActivitySuspended { Bookmark.Wait: EventWait { Title: { } title } } => (
            new($"Bắt đầu chờ: {title.Vi}", $"Waiting begins: {title.En}"), null),
        ActivityResumed e when waits.GetValueOrDefault(e.BookmarkId) is UserTask task => Completed(e, task),
        ActivityResumed { TimedOut: true } e => (new("Hết thời gian chờ", "The waiting time is over"), TitleOf(e.BookmarkId, waits)),
        ActivityResumed e => (new("Đã nhận trả lời", "The answer has come"), TitleOf(e.BookmarkId, waits)),
        ActivityFaulted e => (new("Một bước tự động gặp sự cố, chờ thực hiện lại", "An automatic step failed and waits to be retried"), e.Message),
        IncidentTaken e => (new($"{e.PersonName} nhận phụ trách sự cố", $"{e.PersonName} takes the incident"), null),
        DeliveryTaken e => (new($"{e.PersonName} nhận phụ trách việc chưa gửi được", $"{e.PersonName} takes what could not be delivered"), e.What),
        DeliverySentAgain e => (new($"{e.PersonName} cho gửi lại", $"{e.PersonName} had it sent again"), e.What),
        ActivityRetried => (new("Thực hiện lại bước gặp sự cố", "The failed step was tried again"), null),
        NotificationRequested e => (new($"Gửi thông báo: {e.Subject.Vi}", $"Message sent: {e.Subject.En}"), null),
        DossierAccepted e when procedure.IsOpenedByOfficers => (new("Bắt đầu tính thời hạn", "The time begins to run"), e.PromisedAt is { } at ? Due(at) : null),
        PromisedDateMoved e when procedure.IsOpenedByOfficers => (
            new($"Hạn hoàn thành mới: {Wording.Moment(e.To).Vi}", $"New due date: {Wording.Moment(e.To).En}"), e.Cause),
        ResultIssued when procedure.IsOpenedByOfficers => (new("Hoàn thành", "Completed"), null),
        RecordIssued e => (new("Lập hồ sơ, giấy tờ", "Record issued"), procedure.FindRecord(e.Record)?.Name ?? Same(e.Record)),
        WorkflowFinished => (new("Quy trình kết thúc", "The procedure ended"), null),
        WorkflowCancelled e => (new("Quy trình bị hủy", "The procedure was cancelled"), e.Reason),
        _ => null,
    };

    private static (Text, Text?) Completed(ActivityResumed e, UserTask task)
    {
        var outcome = e.Outcome is null ? null : task.OutcomeLabels.GetValueOrDefault(e.Outcome) ?? Same(e.Outcome);
        return e.TimedOut
            ? (new($"Hết hạn bước: {Named(task).Vi}", $"Time ran out: {Named(task).En}"), outcome)
            : (new($"Hoàn thành bước: {Named(task).Vi}", $"Step completed: {Named(task).En}"), outcome);
    }

    private static Text Named(UserTask task) => task.Title.About(task.About);

    private static (Text, Text?)? OfTask(object fact, Dictionary<string, Wait> waits) => fact switch
    {
        DocumentSigned e => (
            e.IsSeal ? new($"Cơ quan ký số văn bản: {e.Holder}", $"The agency signed the document: {e.Holder}") : new($"{e.Holder} ký số văn bản", $"{e.Holder} signed the document"),
            new($"Băm trước {e.Before[..12]}…, sau {e.After[..12]}…; chứng thư số do {e.Issuer} cấp", $"Hash before {e.Before[..12]}…, after {e.After[..12]}…; certificate issued by {e.Issuer}")),
        TaskClaimed e => (new($"{e.PersonName} nhận việc", $"{e.PersonName} took the task"), TitleOf(e.BookmarkId, waits)),
        TaskReleased e => (new($"{e.PersonName} trả lại việc", $"{e.PersonName} gave the task back"), TitleOf(e.BookmarkId, waits)),
        TaskReassigned e => (new($"{e.ByPersonName} giao việc cho {e.ToPersonName}", $"{e.ByPersonName} gave the task to {e.ToPersonName}"), Same(e.Reason)),
        TaskEscalated e => (
            new($"Quá hạn bước, chuyển cấp trên: {Roles.NameOf(e.ToRole).Vi}", $"Step overdue, passed to the next level: {Roles.NameOf(e.ToRole).En}"),
            TitleOf(e.BookmarkId, waits)),
        ActedOnBehalf e => (new($"{e.PersonName} làm thay theo ủy quyền", $"{e.PersonName} acted on behalf"), Roles.NameOf(e.Role)),
        _ => null,
    };

    private static (Text, Text?)? OfDossier(object fact) => fact switch
    {
        DossierReceived { Supersedes: { } old } => (
            new($"Nhận hồ sơ, thay thế giấy tiếp nhận {old.Code}", $"Dossier handed in, supersedes receipt {old.Code}"), Same(old.Reason)),
        DossierReceived { Replaces: { } wrong } => (
            new($"Lập hồ sơ làm lại kết quả của {wrong.Code}", $"Opened to make the result of {wrong.Code} anew"), Same(wrong.Reason)),
        DossierReceived { DuplicateReason: { } reason } => (
            new("Nhận thêm hồ sơ cùng thủ tục", "A further dossier of the same procedure handed in"), Same(reason)),
        DossierReceived { PressedAt: { } pressed } e => (
            new($"Nộp hồ sơ trực tuyến; người nộp bấm nộp lúc mất mạng, {Wording.Moment(pressed).Vi}", $"Handed in online; pressed without a network at {Wording.Moment(pressed).En}"), Same(e.Code)),
        DossierReceived { SubmittedBy: not null } e => (new("Nộp hồ sơ trực tuyến", "Handed in online"), Same(e.Code)),
        SubmissionAccepted => (new("Kiểm tra đủ, bắt đầu giải quyết", "Found complete, the procedure starts"), null),
        AnswerBecameOverdue e => (new("Quá thời hạn trả lời hồ sơ trực tuyến", "The time to answer the submission is over"), At(e.DueAt)),
        DossierReceived e => (new("Nhận hồ sơ", "Dossier handed in"), Same(e.Code)),
        DossierSuperseded e => (new($"Thay thế bằng giấy tiếp nhận {e.ByCode} ({e.ByName})", $"Superseded by receipt {e.ByCode} ({e.ByName})"), Same(e.Reason)),
        OriginalsReturned e => (new("Trả lại bản chính, đã ký nhận", "Originals given back against signature"), Same(e.Receiver)),
        InternalDossierOpened e => (new("Lập hồ sơ nội bộ", "Internal dossier opened"), Same(e.Subject)),
        DossierAccepted e => (new("Tiếp nhận hồ sơ", "Dossier accepted"), e.PromisedAt is { } at ? Promised(at) : null),
        ComponentsChecked => (new("Kiểm tra lại thành phần hồ sơ", "Components checked again"), null),
        SupplementRequested e => (new("Yêu cầu bổ sung hồ sơ", "Supplement requested"), Same(string.Join("; ", e.Items))),
        SupplementReceived => (new("Nhận giấy tờ bổ sung", "Supplement received"), null),
        SupplementLimitOverridden e => (new("Cho phép yêu cầu bổ sung thêm", "A further supplement request was allowed"), Same(e.LegalBasis)),
        ClockPaused e => (new("Tạm dừng tính thời hạn", "The clock stands still"), PauseReasons.NameOf(e.WaitsFor)),
        ClockResumed e => (new("Tính tiếp thời hạn", "The clock runs again"), PauseReasons.NameOf(e.WaitsFor)),
        PromisedDateMoved e => (
            new($"Ngày hẹn trả mới: {Wording.Moment(e.To).Vi}", $"New promised date: {Wording.Moment(e.To).En}"), e.Cause),
        TermProlonged e => (Prolonged(e), e.Ground),
        DossierMoved e => (Moved(e), Same(e.Ground)),
        ExtensionGranted e => (
            new($"Xin lỗi và hẹn lại: {Wording.Moment(e.To).Vi}", $"Apology and new date: {Wording.Moment(e.To).En}"), Same(e.Reason)),
        WithdrawalRequested e => (new("Yêu cầu rút hồ sơ", "Withdrawal asked for"), Same(e.Reason)),
        WithdrawalConfirmed => (new("Đồng ý cho rút hồ sơ", "Withdrawal confirmed"), null),
        WithdrawalRejected e => (new("Không đồng ý cho rút hồ sơ", "Withdrawal rejected"), Same(e.Reason)),
        DossierStopped e => (new("Dừng giải quyết", "Dossier stopped"), Same(e.Reason)),
        DossierRefused e => (new("Từ chối hồ sơ", "Dossier refused"), Same(e.Reason)),
        ResultIssued => (new("Đã có kết quả", "The result is ready"), null),
        ResultReturned { Authorisation: { } paper } e => (
            new("Trả kết quả cho người được ủy quyền", "Result returned to an authorised person"), Same($"{e.Receiver}; {paper}")),
        ResultReturned e => (new("Trả kết quả", "Result returned"), Same(e.Receiver)),
        ResultRecalled e => (
            new($"{e.ByName} thu hồi kết quả, làm lại theo hồ sơ {e.ReplacementCode}", $"{e.ByName} recalled the result; it is made anew by dossier {e.ReplacementCode}"),
            Same(e.Reason)),
        CallAnswered e => (new("Trả lời điện thoại", "Answered a call"), Same(e.Question)),
        PostOrdered e => (new("Đặt gửi kết quả qua bưu chính", "Result to be sent by post"), Same($"{e.Receiver}, {e.Address}")),
        PostMoved e => (
            new($"Bưu chính: {PostStates.NameOf(e.State).Vi}", $"Post: {PostStates.NameOf(e.State).En}"),
            Same(string.Join("; ", new[] { e.TrackingNumber, e.Note }.OfType<string>()))),
        CollectionReminded e => (new($"Nhắc nhận kết quả sau {e.Day} ngày", $"Reminded to collect after {e.Day} days"), null),
        ComplaintMade e => (new("Người nộp phản ánh về việc giải quyết", "The applicant complained"), Same(e.Code)),
        AttachmentAdded e => (new("Thêm tệp đính kèm", "File added"), Same(e.Name)),
        NationalCodeGiven e => (new("Nộp trên Cổng Dịch vụ công quốc gia", "Submitted on the national portal"), Same(e.Code)),
        NationalStatusAcknowledged e => (new("Cổng Dịch vụ công quốc gia đã nhận trạng thái", "The national portal acknowledged the status"), NationalStatus.NameOf(e.Status)),
        NationalStatusToldAgain e => (new($"{e.PersonName} cho báo lại trạng thái lên Cổng quốc gia", $"{e.PersonName} had the national portal told again"), null),
        SubProcedureEndedLate e => (new("Nhận trả lời sau khi hết hạn chờ", "An answer came after the time had run out"), Same(e.Outcome)),
        _ => null,
    };

    private static (Text, Text?)? OfMoney(object fact) => fact switch
    {
        FeeSet e => (new("Xác định phí, lệ phí", "Fee set"), Money(e.Amount)),
        PaymentRequested e => (new("Yêu cầu nộp phí, lệ phí", "Payment asked for"), Money(e.Amount)),
        PaymentReceived e => (new($"Đã thu tiền, biên lai {e.ReceiptNumber}", $"Paid, receipt {e.ReceiptNumber}"), Money(e.Amount)),
        ReceiptCancelled e => (new($"Hủy biên lai {e.ReceiptNumber}", $"Receipt {e.ReceiptNumber} cancelled"), Same(e.Reason)),
        RefundProposed e => (
            new($"Đề nghị hoàn {Amounts.Show(e.Amount)} đồng của biên lai {e.ReceiptNumber}", $"Refund of {Amounts.Show(e.Amount)} đồng of receipt {e.ReceiptNumber} proposed"),
            Same(e.Reason)),
        RefundDecided { IsApproved: true } e => (new("Duyệt hoàn tiền", "Refund approved"), Same(e.Note)),
        RefundDecided e => (new("Không duyệt hoàn tiền", "Refund refused"), Same(e.Note)),
        RefundPaid e => (new($"Đã hoàn {Amounts.Show(e.Amount)} đồng", $"{Amounts.Show(e.Amount)} đồng given back"), Same(e.Receiver)),
        _ => null,
    };

    private static (Text, Text?)? OfKeeping(object fact) => fact switch
    {
        LegalHoldPlaced e => (new($"Giữ lại, không được hủy: lệnh giữ số {e.Number}", $"Held, not to be destroyed: hold {e.Number}"), Same(e.Ground)),
        DossierHandedOver e => (
            new($"Nộp lưu đợt số {e.Number}; {e.HandedOverBy} giao, {e.ReceivedBy} xác nhận", $"Handed over to the archive, {e.Number}; {e.HandedOverBy} handed over, {e.ReceivedBy} acknowledged"),
            Same(e.Archive)),
        DossierDestroyed e => (
            new($"Hủy nội dung theo danh mục số {e.List.Number}; {e.List.ProposedBy} lập, {e.List.ApprovedBy} phê duyệt", $"Destroyed by list {e.List.Number}; {e.List.ProposedBy} proposed, {e.List.ApprovedBy} approved"),
            Same(e.List.Ground)),
        PersonalDataErased e => (
            new($"Xóa dữ liệu cá nhân theo danh mục số {e.List.Number}; {e.List.ProposedBy} lập, {e.List.ApprovedBy} phê duyệt", $"Personal data erased by list {e.List.Number}; {e.List.ProposedBy} proposed, {e.List.ApprovedBy} approved"),
            Same(e.List.Ground)),
        HistoryErased e => (
            new($"{e.Sequences.Count} dòng lịch sử và {e.Files.Count} tệp đã xóa theo luật; mã băm còn nguyên", $"{e.Sequences.Count} entries and {e.Files.Count} files erased lawfully; their hashes stay"), null),
        LegalHoldLifted e => (new($"Bỏ lệnh giữ số {e.Number}", $"Hold {e.Number} lifted"), Same(e.Ground)),
        _ => null,
    };

    private static Text? TitleOf(string bookmarkId, Dictionary<string, Wait> waits) =>
        waits.GetValueOrDefault(bookmarkId) switch
        {
            UserTask task => Named(task),
            SubProcedureWait other => other.Title,
            EventWait outside => outside.Title,
            _ => null,
        };

    private static Text Promised(DateTimeOffset at)
    {
        var moment = Wording.Moment(at);
        return new($"Hẹn trả {moment.Vi}", $"Promised for {moment.En}");
    }

    private static Text At(DateTimeOffset at) => new(Wording.Moment(at).Vi, Wording.Moment(at).En);

    private static Text Due(DateTimeOffset at)
    {
        var moment = Wording.Moment(at);
        return new($"Hạn hoàn thành {moment.Vi}", $"Due {moment.En}");
    }

    private static Text Prolonged(TermProlonged e)
    {
        var (from, to) = (TimeLimit.Parse(e.FromLimit).Describe(), TimeLimit.Parse(e.ToLimit).Describe());
        var end = Wording.Moment(e.To);
        return new(
            $"Gia hạn giải quyết từ {from.Vi} lên {to.Vi}, đến {end.Vi}",
            $"Time limit prolonged from {from.En} to {to.En}, until {end.En}");
    }

    private static Text Moved(DossierMoved e)
    {
        var title = new Text(
            $"Chuyển sang phiên bản {e.ToVersion} của quy trình, theo đề nghị của {e.ProposedBy}",
            $"Moved to version {e.ToVersion} of the procedure, as {e.ProposedBy} proposed");
        if (e.Term?.To is not { } to) return title;
        var end = Wording.Moment(to);
        return new($"{title.Vi}; ngày hẹn trả mới: {end.Vi}", $"{title.En}; new promised date: {end.En}");
    }

    private static Text Money(long amount)
    {
        var shown = Amounts.Show(amount);
        return new($"{shown} đồng", $"{shown} đồng");
    }

    private static Text? Same(string? text) => string.IsNullOrEmpty(text) ? null : new Text(text, text);
}

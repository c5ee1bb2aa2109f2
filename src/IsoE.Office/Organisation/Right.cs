using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>Something a person may be allowed to do. <see cref="Rights"/> says who may.</summary>
/// <param name="Code">Readable and stable, for example <c>dossier.receive</c>; also the name of the web policy.</param>
/// <param name="Name">The act as a rejection names it: "may not <i>receive a dossier</i>".</param>
public sealed record Right(string Code, Text Name)
{
    public static readonly Right SubmitDossier = new("dossier.submit", new("nộp hồ sơ", "submit a dossier"));
    public static readonly Right ReceiveDossier = new("dossier.receive", new("tiếp nhận hồ sơ", "receive a dossier"));
    public static readonly Right ReadDossier = new("dossier.read", new("xem hồ sơ", "read a dossier"));
    public static readonly Right AnswerCalls = new("call.answer", new("trả lời điện thoại về hồ sơ", "answer questions by telephone"));
    public static readonly Right ExportDossiers = new("dossier.export", new("xuất danh sách hồ sơ", "export dossiers"));
    public static readonly Right ChangeDossier = new("dossier.change", new("cập nhật hồ sơ", "work on a dossier"));
    public static readonly Right RefuseAtCounter = new("dossier.refuse-at-counter", new("từ chối tiếp nhận hồ sơ", "refuse a dossier at the counter"));
    public static readonly Right AskSupplement = new("supplement.ask", new("đề nghị bổ sung hồ sơ", "propose a supplement request"));
    public static readonly Right ReceiveSupplement = new("supplement.receive", new("tiếp nhận giấy tờ bổ sung", "receive a supplement"));
    public static readonly Right OverrideSupplementLimit = new("supplement.override", new("cho phép yêu cầu bổ sung thêm lần nữa", "allow a further supplement request"));
    public static readonly Right RefuseDossier = new("dossier.refuse", new("từ chối giải quyết hồ sơ", "refuse a dossier"));
    public static readonly Right StopDossier = new("dossier.stop", new("dừng giải quyết hồ sơ", "stop a dossier"));
    public static readonly Right AskWithdrawal = new("withdrawal.ask", new("ghi nhận yêu cầu rút hồ sơ", "record a request for withdrawal"));
    public static readonly Right DecideWithdrawal = new("withdrawal.decide", new("quyết định việc rút hồ sơ", "decide on a withdrawal"));
    public static readonly Right ExtendDossier = new("extension.sign", new("ký văn bản xin lỗi và gia hạn", "sign an apology and extension"));
    public static readonly Right OpenInternalDossier = new("internal.open", new("lập hồ sơ nội bộ", "open an internal dossier"));
    public static readonly Right ReadInternalDossier = new("internal.read", new("xem hồ sơ nội bộ", "read an internal dossier"));
    public static readonly Right ChangeInternalDossier = new("internal.change", new("bổ sung tệp vào hồ sơ nội bộ", "add files to an internal dossier"));
    public static readonly Right StopInternalDossier = new("internal.stop", new("dừng hồ sơ nội bộ", "stop an internal dossier"));
    public static readonly Right DraftResult = new("result.draft", new("dự thảo kết quả", "draft the result"));
    public static readonly Right ReviewResult = new("result.review", new("kiểm tra dự thảo kết quả", "review the result"));
    public static readonly Right SignResult = new("result.sign", new("ký kết quả", "sign the result"));
    public static readonly Right SealResult = new("result.seal", new("cấp số, đóng dấu kết quả", "number and seal the result"));
    public static readonly Right ReturnResult = new("result.return", new("trả kết quả", "return the result"));
    public static readonly Right SetFee = new("fee.set", new("xác định mức phí, lệ phí", "set a fee"));
    public static readonly Right ReadFee = new("fee.read", new("xem phí, lệ phí", "read fees"));
    public static readonly Right CollectFee = new("fee.collect", new("thu phí, lệ phí", "collect a fee"));
    public static readonly Right CancelReceipt = new("fee.cancel", new("hủy biên lai", "cancel a receipt"));
    public static readonly Right DecideRefund = new("fee.refund", new("duyệt hoàn phí, lệ phí", "decide on a refund"));
    public static readonly Right ManageReceiptBooks = new("fee.books", new("cấp, đóng quyển biên lai", "issue and close receipt books"));
    public static readonly Right ExportFees = new("fee.export", new("xuất báo cáo thu phí", "export fees"));
    public static readonly Right DoTask = new("task.do", new("xử lý công việc được giao", "work on tasks of the own role"));
    public static readonly Right ReassignTask = new("task.reassign", new("giao lại công việc", "reassign a task"));
    public static readonly Right ReadProcedure = new("procedure.read", new("xem quy trình", "read procedures"));
    public static readonly Right DraftProcedure = new("procedure.draft", new("soạn thảo quy trình", "draft a procedure"));
    public static readonly Right CommentProcedure = new("procedure.comment", new("góp ý quy trình", "comment on a procedure"));
    public static readonly Right ReviewProcedure = new("procedure.review", new("xem xét quy trình", "review a procedure"));
    public static readonly Right ApproveProcedure = new("procedure.approve", new("phê duyệt quy trình", "approve a procedure"));
    public static readonly Right PublishProcedure = new("procedure.publish", new("ban hành quy trình", "publish a procedure"));
    public static readonly Right ProposeMove = new("procedure.propose-move", new("đề nghị chuyển hồ sơ sang phiên bản mới", "propose to move dossiers to a new version"));
    public static readonly Right ApproveMove = new("procedure.approve-move", new("phê duyệt việc chuyển hồ sơ sang phiên bản mới", "approve the move of dossiers to a new version"));
    public static readonly Right ChangeExternalDocument = new("external.change", new("cập nhật danh mục tài liệu bên ngoài", "change the list of external documents"));
    public static readonly Right ReadDocument = new("document.read", new("xem tài liệu ISO", "read ISO documents"));
    public static readonly Right ChangeDocument = new("document.change", new("soạn tài liệu ISO", "write ISO documents"));
    public static readonly Right ApproveDocument = new("document.approve", new("phê duyệt tài liệu ISO", "approve ISO documents"));
    public static readonly Right ReportNonconformity = new("quality.report", new("báo cáo sự không phù hợp", "report a nonconformity"));
    public static readonly Right ReadQuality = new("quality.read", new("xem hồ sơ chất lượng", "read quality records"));
    public static readonly Right ManageQuality = new("quality.manage", new("quản lý hồ sơ chất lượng", "manage quality records"));
    public static readonly Right KeepRegisters = new("quality.keep", new("ghi các sổ của hệ thống chất lượng", "keep the registers of the quality system"));
    public static readonly Right InviteAuditor = new("auditor.invite", new("mời đánh giá viên bên ngoài", "invite an external auditor"));
    public static readonly Right ApproveQualityPlan = new("quality.approve", new("phê duyệt kế hoạch khắc phục", "approve a corrective plan"));
    public static readonly Right ReadOrganisation = new("organisation.read", new("xem tổ chức và người dùng", "read people and units"));
    public static readonly Right ChangeOrganisation = new("organisation.change", new("quản lý tổ chức và người dùng", "manage people and units"));
    public static readonly Right ApproveDelegation = new("delegation.approve", new("phê duyệt ủy quyền", "approve a delegation"));
    public static readonly Right ReadCalendar = new("calendar.read", new("xem lịch làm việc", "read the calendar"));
    public static readonly Right ChangeCalendar = new("calendar.change", new("cập nhật lịch làm việc", "change the calendar"));
    public static readonly Right ReadAuditLog = new("audit.read", new("xem nhật ký", "read the audit log"));
    public static readonly Right ExportAuditLog = new("audit.export", new("xuất nhật ký", "export the audit log"));
    public static readonly Right AnswerSubject = new("subject.answer", new("trả lời chủ thể dữ liệu cá nhân", "answer data subjects"));
    public static readonly Right ServeQueue = new("queue.serve", new("gọi số, phục vụ tại quầy", "call and serve the queue"));
    public static readonly Right ChangeQueue = new("queue.change", new("thiết lập lấy số và quầy", "arrange queue and counters"));
    public static readonly Right ReadReports = new("report.read", new("xem báo cáo", "read reports"));
    public static readonly Right ExportReports = new("report.export", new("xuất báo cáo", "export reports"));
    public static readonly Right ReconcilePortal = new("portal.reconcile", new("đối soát với Cổng Dịch vụ công quốc gia", "compare with the national portal"));
    public static readonly Right ReadMessages = new("message.read", new("xem tin nhắn, thư đã gửi", "read the messages that were sent"));
    public static readonly Right RecordOptOut = new("message.opt-out", new("ghi nhận việc từ chối nhận tin", "record that somebody wants no messages"));
    public static readonly Right ResolveIncidents = new("incident.resolve", new("xử lý sự cố và gửi lại", "resolve incidents and send again"));
    public static readonly Right OperatePlatform = new("platform.operate", new("vận hành nền tảng", "operate the platform"));
}

using IsoE.Office.Organisation;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Records;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Audits;

/// <summary>The report of an internal audit (BM-03.07), and its checklists (BM-03.05) before it begins, as PDF.</summary>
public sealed class PrintAudit(ReadAudit audits, PrintQualityReport print)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>dossier-unknown</c>.</exception>
    public async Task<PrintedDocument> Report(Actor actor, string code, string language, CancellationToken cancel)
    {
        var audit = await Get(actor, code, cancel);
        return await print.Run(
            actor, new("Báo cáo đánh giá nội bộ", "Internal audit report"), ReportPart.Same($"{audit.View.Dossier.Subject} ({audit.View.Dossier.Code})"),
            [Plan(audit), .. Said(audit), Evidence(audit.Evidence), Findings(audit)], new("TRƯỞNG ĐOÀN ĐÁNH GIÁ", "LEAD AUDITOR"), $"audit-report-{audit.View.Dossier.Code}.pdf", language, cancel);
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>dossier-unknown</c>.</exception>
    public async Task<PrintedDocument> Checklists(Actor actor, string code, string language, CancellationToken cancel)
    {
        var audit = await Get(actor, code, cancel);
        var parts = audit.Units.Select(unit => new ReportPart(
            unit.Name, [new($"Nội dung: {unit.Scope}", $"Scope: {unit.Scope}")],
            [new("Căn cứ", "Ground"), new("Câu hỏi", "Question"), new("Bằng chứng, nhận xét", "Evidence, remarks")],
            [.. unit.Checklist.Select(line => (IReadOnlyList<Text>)[line.Ground, line.Question, new("", "")])]));
        return await print.Run(
            actor, new("Phiếu kiểm tra đánh giá nội bộ", "Audit checklists"), ReportPart.Same($"{audit.View.Dossier.Subject} ({audit.View.Dossier.Code})"),
            [.. parts], new("ĐÁNH GIÁ VIÊN", "AUDITOR"), $"audit-checklist-{audit.View.Dossier.Code}.pdf", language, cancel);
    }

    private async Task<Audit> Get(Actor actor, string code, CancellationToken cancel) => await audits.Run(actor, code, cancel) ?? throw new RejectedException(
        "dossier-unknown", new Text($"Không có cuộc đánh giá {code}.", $"There is no audit {code}."));

    private static ReportPart Plan(Audit audit) => new(
        new("Phạm vi, đoàn đánh giá", "Scope and team"),
        [new($"Chuẩn mực: {audit.Said.GetValueOrDefault("criteria", "–")}. Trưởng đoàn: {audit.Said.GetValueOrDefault("leadAuditor", "–")}. {audit.Said.GetValueOrDefault("team", "")}", $"Criteria: {audit.Said.GetValueOrDefault("criteria", "–")}. Lead auditor: {audit.Said.GetValueOrDefault("leadAuditor", "–")}. {audit.Said.GetValueOrDefault("team", "")}")],
        [new("Đơn vị", "Unit"), new("Nội dung", "Scope"), new("Người đã kiểm tra", "Checked by")],
        [.. audit.Units.Select(unit => (IReadOnlyList<Text>)[unit.Name, ReportPart.Same(unit.Scope), ReportPart.Same(CheckedBy(audit, unit.Code))])]);

    private static string? CheckedBy(Audit audit, string unit) => audit.View.Tasks.LastOrDefault(task => task.IndependentOf == unit && task.DoneAt is not null)?.DoneByName;

    private static IEnumerable<ReportPart> Said(Audit audit)
    {
        (string Field, Text Name)[] fields =
        [
            ("strengths", new("Điểm mạnh", "Strengths")), ("findingList", new("Tổng hợp phát hiện", "Findings in short")), ("observationList", new("Điểm lưu ý", "Observations")),
            ("conclusion", new("Kết luận", "Conclusion")), ("recommendations", new("Kiến nghị", "Recommendations")),
        ];
        foreach (var (field, name) in fields)
            if (audit.Said.TryGetValue(field, out var text)) yield return new ReportPart(name, [ReportPart.Same(text)], [], []);
    }

    private static ReportPart Evidence(IReadOnlyList<EvidenceRow> evidence) => new(
        new("Bằng chứng chọn từ lịch sử", "Evidence picked from history"), [],
        [new("Điều cho thấy", "What it shows"), new("Hồ sơ, dòng lịch sử", "Dossier, row of its history"), new("Người ghi", "By")],
        [.. evidence.Select(row => (IReadOnlyList<Text>)[ReportPart.Same(row.Text), ReportPart.Same($"{row.DossierCode}{(row.Sequence is { } at ? $" #{at}" : "")}"), ReportPart.Same(row.ByName)])]);

    private static ReportPart Findings(Audit audit) => new(
        new("Sự không phù hợp và tình trạng khắc phục", "Nonconformities and their correction"), [],
        [new("Nội dung", "What"), new("Mã hồ sơ QT-04", "QT-04 dossier"), new("Điều khoản", "Clause"), new("Tình trạng", "State")],
        [.. audit.Findings.Select(line => (IReadOnlyList<Text>)
        [
            ReportPart.Same(line.Dossier.Subject), ReportPart.Same(line.Dossier.Code), ReportPart.Same(line.Clause),
            line.Dossier.FinishedAt is null ? line.Stage ?? new("Chờ thấy hiệu lực", "Waiting for the effect") : new("Đã đóng", "Closed"),
        ])]);
}

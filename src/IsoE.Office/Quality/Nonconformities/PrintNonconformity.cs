using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Records;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>A nonconformity with its cause, its actions and its evidence as PDF, at whatever step it is.</summary>
public sealed class PrintNonconformity(FindDossier dossiers, ReadNonconformities nonconformities, PrintQualityReport print)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>dossier-unknown</c>.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string code, string language, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        if (await dossiers.Run(actor, code, cancel) is not { Dossier.ProcedureCode: QualityProcedures.Nonconformity } view) throw new RejectedException(
            "dossier-unknown", new Text($"Không có phiếu không phù hợp {code}.", $"There is no nonconformity report {code}."));
        var line = (await nonconformities.Lines([view.Dossier], cancel))[0];
        return await print.Run(
            actor, new("Phiếu không phù hợp và hành động khắc phục", "Nonconformity and corrective action"), ReportPart.Same($"{view.Dossier.Subject} ({view.Dossier.Code})"),
            [
                Report(line),
                ActionTable.Of(new("Hành động khắc phục", "Corrective actions"), line.Actions),
                Evidence(await nonconformities.EvidenceOf(view.Dossier.InstanceId, cancel)),
            ],
            new("ĐẠI DIỆN LÃNH ĐẠO", "QUALITY REPRESENTATIVE"), $"nonconformity-{view.Dossier.Code}.pdf", language, cancel);
    }

    private static ReportPart Report(NonconformityLine line) => new(
        new("Sự việc", "What happened"), [], [new("Mục", "Item"), new("Nội dung", "Content")],
        [
            [new("Mô tả", "Description"), ReportPart.Same(line.Description)],
            [new("Điều khoản", "Clause"), ReportPart.Same(line.Clause)],
            [new("Nguyên nhân gốc", "Root cause"), ReportPart.Same(line.RootCause)],
            [new("Tình trạng", "State"), line.Dossier.FinishedAt is { } at ? new($"Đã đóng {ReportPart.Day(at).Vi}", $"Closed {ReportPart.Day(at).En}") : line.Stage ?? new("Chờ thấy hiệu lực", "Waiting for the effect")],
            [new("Số lần mở lại", "Opened again"), ReportPart.Same($"{line.Reopened}")],
        ]);

    private static ReportPart Evidence(IReadOnlyList<EvidenceRow> evidence) => new(
        new("Bằng chứng", "Evidence"), [], [new("Điều cho thấy", "What it shows"), new("Hồ sơ, dòng lịch sử", "Dossier, row of its history"), new("Người ghi", "By")],
        [.. evidence.Select(row => (IReadOnlyList<Text>)[ReportPart.Same(row.Text), ReportPart.Same($"{row.DossierCode}{(row.Sequence is { } at ? $" #{at}" : "")}"), ReportPart.Same(row.ByName)])]);
}

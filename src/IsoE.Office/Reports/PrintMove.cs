using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Moves;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Records;
using IsoE.Workflows;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>The report on a batch of moved dossiers; before it is carried out, the proposal.</summary>
public sealed class PrintMove(MoveReport moves, ProcedureLibrary library, PrintQualityReport print)
{
    /// <summary>A batch that stays as it is always gives the same bytes: it bears the day of the last thing that was done with it.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>move-unknown</c>.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string moveId, string language, CancellationToken cancel)
    {
        var view = await moves.Run(actor, moveId, cancel);
        var move = view.Move;
        var procedure = library.Get(move.Code, move.ToVersion).Procedure.Name;
        return await print.Run(
            actor.AgencyId,
            move.Status == MoveStatus.Done ? new("Báo cáo chuyển hồ sơ", "Report on moved dossiers") : new("Đề nghị chuyển hồ sơ", "Proposal to move dossiers"),
            new($"{procedure.Vi} ({move.Code}), sang phiên bản {move.ToVersion}", $"{procedure.En} ({move.Code}), to version {move.ToVersion}"),
            [Facts(view), Dossiers(view)],
            move.DecidedByName is { } decider ? (new("Người quyết định", "Decided by"), decider) : (new("Người đề nghị", "Proposed by"), move.ProposedByName),
            move.DoneAt ?? move.DecidedAt ?? move.ProposedAt,
            string.Create(CultureInfo.InvariantCulture, $"move-{move.Code}-{move.ToVersion}.pdf"),
            language,
            cancel);
    }

    private static ReportPart Facts(MoveView view)
    {
        var move = view.Move;
        var facts = new List<Text>
        {
            new($"Tình trạng: {MoveStatuses.NameOf(move.Status).Vi.ToLowerInvariant()}.", $"State: {MoveStatuses.NameOf(move.Status).En.ToLowerInvariant()}."),
            new($"Phiên bản {move.ToVersion} có hiệu lực từ {Wording.ShortDate(move.EffectiveFrom)}.", $"Version {move.ToVersion} is in force from {Wording.ShortDate(move.EffectiveFrom)}."),
            new($"Căn cứ pháp lý: {move.Ground}", $"Legal ground: {move.Ground}"),
            new($"Người đề nghị: {move.ProposedByName}, {Moment(move.ProposedAt)}.", $"Proposed by {move.ProposedByName}, {Moment(move.ProposedAt)}."),
        };
        if (move.DecidedAt is { } decided)
            facts.Add(move.Status == MoveStatus.Rejected
                ? new($"Không được {move.DecidedByName} phê duyệt, {Moment(decided)}: {move.Reason}", $"Rejected by {move.DecidedByName}, {Moment(decided)}: {move.Reason}")
                : new($"Người phê duyệt: {move.DecidedByName}, {Moment(decided)}.", $"Approved by {move.DecidedByName}, {Moment(decided)}."));
        if (move.DoneAt is { } done)
            facts.Add(new(
                $"Kết quả: {view.Moved} hồ sơ đã chuyển, {view.Refused} hồ sơ ở lại, {Moment(done)}.", $"Result: {view.Moved} moved, {view.Refused} stay, {Moment(done)}."));
        return new ReportPart(new("Thông tin chung", "Overview"), facts, [], []);
    }

    private static ReportPart Dossiers(MoveView view) => new(
        new("Hồ sơ", "Dossiers"),
        [],
        [new("Mã hồ sơ", "Dossier"), new("Từ phiên bản", "From version"), new("Kết quả", "Result"), new("Ngày hẹn trả", "Promised date")],
        [.. view.Lines.Select(line => (IReadOnlyList<Text>)
            [ReportPart.Same(line.DossierCode), ReportPart.Same($"{line.FromVersion}"), ResultOf(view.Move, line), PromiseOf(line)])]);

    private static Text ResultOf(MoveRow move, MoveLineRow line) =>
        line.IsMoved ? new("đã chuyển", "moved")
        : line.Refusal is { } why ? new($"ở lại: {why.Vi}", $"stays: {why.En}")
        : move.Status == MoveStatus.Rejected ? new("ở lại", "stays")
        : new("chờ thực hiện", "to be done");

    private static Text PromiseOf(MoveLineRow line) => line.PromisedTo is { } to
        ? ReportPart.Same($"{(line.PromisedFrom is { } from ? Moment(from) : "–")} → {Moment(to)}")
        : line.IsMoved ? new("không đổi", "unchanged") : ReportPart.Same(null);

    private static string Moment(DateTimeOffset at) => VietnamTime.ToLocal(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}

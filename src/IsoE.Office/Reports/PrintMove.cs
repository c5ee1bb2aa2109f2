using System.Globalization;
using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Moves;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Reports;

/// <summary>The report on a batch of moved dossiers; before it is carried out, the proposal.</summary>
public sealed class PrintMove(OfficeDb db, MoveReport moves, ProcedureLibrary library, Typesetter typesetter)
{
    /// <summary>A batch that stays as it is always gives the same bytes: it bears the day of the last thing that was done with it.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>move-unknown</c>.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string moveId, string language, CancellationToken cancel)
    {
        var view = await moves.Run(actor, moveId, cancel);
        var move = view.Move;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        var at = move.DoneAt ?? move.DecidedAt ?? move.ProposedAt;
        var procedure = library.Get(move.Code, move.ToVersion).Procedure.Name;
        var form = new QualityReport
        {
            Head = CompliancePrint.HeadOf(agency, upper, at, language),
            Name = In("Báo cáo chuyển hồ sơ", "Report on moved dossiers", "Đề nghị chuyển hồ sơ", "Proposal to move dossiers"),
            About = new Text(
                $"{procedure.Vi} ({move.Code}), sang phiên bản {move.ToVersion}", $"{procedure.En} ({move.Code}), to version {move.ToVersion}").In(language),
            Parts = [Facts(view, language), Dossiers(view, language)],
            Recipients = [new Text("Lãnh đạo cơ quan", "Leaders of the agency").In(language), new Text("Lưu: VT, hồ sơ ISO", "File: records, ISO").In(language)],
            Signer = move.DecidedByName is { } decider
                ? new Signer([new Text("Người quyết định", "Decided by").In(language)], "", decider)
                : new Signer([new Text("Người đề nghị", "Proposed by").In(language)], "", move.ProposedByName),
            Written = language,
        };
        var pdf = await typesetter.Render(form.ToJob(at, overrides: agency.Id), cancel);
        return new PrintedDocument(pdf, string.Create(CultureInfo.InvariantCulture, $"move-{move.Code}-{move.ToVersion}.pdf"));

        string In(string doneVi, string doneEn, string vi, string en) => (move.Status == MoveStatus.Done ? new Text(doneVi, doneEn) : new Text(vi, en)).In(language);
    }

    private static QualityReportPart Facts(MoveView view, string language)
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
        return new QualityReportPart(new Text("Thông tin chung", "Overview").In(language), [.. facts.Select(fact => fact.In(language))], [], []);
    }

    private static QualityReportPart Dossiers(MoveView view, string language) => new(
        new Text("Hồ sơ", "Dossiers").In(language),
        [],
        [.. new Text[] { new("Mã hồ sơ", "Dossier"), new("Từ phiên bản", "From version"), new("Kết quả", "Result"), new("Ngày hẹn trả", "Promised date") }.Select(heading => heading.In(language))],
        [.. view.Lines.Select(line => (IReadOnlyList<string>)
            [line.DossierCode, line.FromVersion.ToString(CultureInfo.InvariantCulture), ResultOf(view.Move, line).In(language), PromiseOf(line).In(language)])]);

    private static Text ResultOf(MoveRow move, MoveLineRow line) =>
        line.IsMoved ? new("đã chuyển", "moved")
        : line.Refusal is { } why ? new($"ở lại: {why.Vi}", $"stays: {why.En}")
        : move.Status == MoveStatus.Rejected ? new("ở lại", "stays")
        : new("chờ thực hiện", "to be done");

    private static Text PromiseOf(MoveLineRow line) => line.PromisedTo is { } to
        ? Same($"{(line.PromisedFrom is { } from ? Moment(from) : "–")} → {Moment(to)}")
        : line.IsMoved ? new("không đổi", "unchanged") : Same("–");

    private static Text Same(string text) => new(text, text);

    private static string Moment(DateTimeOffset at) => VietnamTime.ToLocal(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Quality.Figures;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Quality.Reviews;

/// <summary>The input of a management review, assembled from what the system knows (ISO 9001:2015 clause 9.3.2 a to f).</summary>
public sealed class ReadReviewInputs(
    OfficeDb db, SearchDossiers search, ReadRegister registers, ReadNonconformities nonconformities, ReadActions actions, ReadMatrix matrix, IEnumerable<IQualityFigure> figures, PrintQualityReport print)
{
    /// <summary>The reviews that the person may read, the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DossierRow>> List(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        return await search.Readable(actor, isInternal: true).Where(row => row.ProcedureCode == QualityProcedures.Review).OrderByDescending(row => row.ReceivedAt).ToListAsync(cancel);
    }

    /// <param name="from">First day looked at, <paramref name="to"/> the last.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<IReadOnlyList<ReportPart>> Run(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadQuality);
        var reports = await nonconformities.Run(actor, from, to, cancel);
        var risks = await registers.Run(actor, "risks", cancel);
        return
        [
            ActionTable.Of(new("a) Thực hiện kết luận của các kỳ trước", "a) Actions from earlier reviews"), await actions.Run(actor, QualityProcedures.Review, cancel)),
            await Entries(actor, "context", new("b) Thay đổi bên trong, bên ngoài", "b) Changes inside and outside"), ["side", "effect"], cancel),
            await Measured(actor, from, to, cancel),
            await Objectives(actor, cancel),
            Reports(reports),
            await Audits(from, to, cancel),
            await Gaps(actor, cancel),
            await Entries(actor, "providers", new("c) Nhà cung cấp bên ngoài", "c) External providers"), ["service", "score"], cancel),
            await Entries(actor, "training", new("d) Nguồn lực, năng lực", "d) Resources, competence"), ["people", "result", "effective"], cancel),
            Risks(risks, "risk", new("e) Hiệu lực của hành động đối với rủi ro", "e) Effect of actions on risks")),
            Risks(risks, "opportunity", new("f) Cơ hội cải tiến", "f) Opportunities for improvement")),
        ];
    }

    /// <summary>The same as PDF.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<PrintedDocument> Print(Actor actor, DateOnly from, DateOnly to, string language, CancellationToken cancel)
    {
        var about = new Text($"Từ ngày {Wording.ShortDate(from)} đến ngày {Wording.ShortDate(to)}", $"From {Wording.ShortDate(from)} to {Wording.ShortDate(to)}");
        return await print.Run(
            actor, new("Báo cáo đầu vào xem xét của lãnh đạo", "Input of the management review"), about, await Run(actor, from, to, cancel),
            new("NGƯỜI LẬP BÁO CÁO", "PREPARED BY"), $"review-input-{from:yyyyMMdd}-{to:yyyyMMdd}.pdf", language, cancel);
    }

    private async Task<ReportPart> Entries(Actor actor, string id, Text name, string[] fields, CancellationToken cancel)
    {
        var view = await registers.Run(actor, id, cancel);
        var columns = fields.Select(field => view.Register.Fields.First(each => each.Id == field)).ToList();
        return new ReportPart(
            name, [], [view.Register.Fields[0].Label, .. columns.Select(field => field.Label), new("Tình trạng", "State")],
            [
                .. view.Entries.Select(entry => (IReadOnlyList<Text>)
                [
                    ReportPart.Same(entry.Row.Title), .. columns.Select(field => Said(entry.Row, field)),
                    entry.Row.ClosedAt is { } closed ? new($"đã đóng {ReportPart.Day(closed).Vi}", $"closed {ReportPart.Day(closed).En}")
                        : entry.Warnings(view.Register).FirstOrDefault() ?? new("đang theo dõi", "followed"),
                ]),
            ]);
    }

    private static Text Said(RegisterEntryRow row, Procedures.FormField field) =>
        row.Day(field.Id) is { } day ? ReportPart.Day(day)
        : field.Options.FirstOrDefault(option => option.Id == row.Value(field.Id)) is { } option ? option.Label
        : ReportPart.Same(row.ReadAnswers().TryGetProperty(field.Id, out var value) ? Values.ToText(value) : null);

    private async Task<ReportPart> Measured(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var names = QualityRegisters.Get("objectives").Fields.First(field => field.Id == "indicator").Options.ToDictionary(option => option.Id, option => option.Label);
        var rows = new List<IReadOnlyList<Text>>();
        foreach (var figure in figures)
        {
            var value = await figure.Read(actor, from, to, cancel);
            rows.Add([names.GetValueOrDefault(figure.Id) ?? ReportPart.Same(figure.Id), Share(value), ReportPart.Same($"{value.Good}/{value.All}")]);
        }
        return new ReportPart(
            new("c) Sự hài lòng, kết quả quá trình", "c) Satisfaction, performance of processes"), [],
            [new("Chỉ số", "Indicator"), new("Giá trị", "Value"), new("Số đếm", "Counted")], rows);
    }

    private async Task<ReportPart> Objectives(Actor actor, CancellationToken cancel)
    {
        var view = await registers.Run(actor, "objectives", cancel);
        return new ReportPart(
            new("c) Mức độ đạt mục tiêu", "c) Objectives"), [],
            [new("Mục tiêu", "Objective"), new("Đích", "Target"), new("Giá trị", "Value"), new("Đánh giá", "Judgement")],
            [
                .. view.Standing.Where(entry => entry.Live is not null).Select(entry => (IReadOnlyList<Text>)
                [
                    ReportPart.Same(entry.Row.Title), ReportPart.Same($"{entry.Live!.Target:0.#} %"), Share(entry.Live.Value),
                    entry.Live.State switch
                    {
                        TargetState.Met => new("đạt", "met"), TargetState.Near => new("gần đạt", "nearly met"),
                        TargetState.Missed => new("chưa đạt", "missed"), _ => new("chưa có số liệu", "nothing to measure yet"),
                    },
                ]),
            ]);
    }

    private static ReportPart Reports(IReadOnlyList<NonconformityLine> lines) => new(
        new("c) Sự không phù hợp và hành động khắc phục", "c) Nonconformities and corrective actions"),
        [
            new($"{lines.Count} phiếu, {lines.Count(line => line.Dossier.FinishedAt is not null)} đã đóng, {lines.Count(line => line.IsActionLate)} hành động quá hạn, {lines.Count(line => line.Reopened > 0)} phải mở lại.",
                $"{lines.Count} reports, {lines.Count(line => line.Dossier.FinishedAt is not null)} closed, {lines.Count(line => line.IsActionLate)} actions overdue, {lines.Count(line => line.Reopened > 0)} opened again."),
        ],
        [new("Phiếu", "Report"), new("Mã hồ sơ", "Dossier"), new("Nguyên nhân gốc", "Root cause"), new("Tình trạng", "State")],
        [
            .. lines.Select(line => (IReadOnlyList<Text>)
            [
                ReportPart.Same(line.Dossier.Subject), ReportPart.Same(line.Dossier.Code), ReportPart.Same(line.RootCause),
                line.Dossier.FinishedAt is null ? line.Stage ?? new("chờ thấy hiệu lực", "waiting for the effect") : new("đã đóng", "closed"),
            ]),
        ]);

    private async Task<ReportPart> Audits(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (start, end) = VietnamTime.Between(from, to);
        var audits = await db.Set<DossierRow>().AsNoTracking().Where(row => row.ProcedureCode == QualityProcedures.Audit && row.ReceivedAt < end && (row.FinishedAt == null || row.FinishedAt >= start))
            .OrderBy(row => row.ReceivedAt).ToListAsync(cancel);
        return new ReportPart(
            new("c) Kết quả đánh giá", "c) Audits"), [], [new("Cuộc đánh giá", "Audit"), new("Mã hồ sơ", "Dossier"), new("Kết thúc", "Ended")],
            [.. audits.Select(row => (IReadOnlyList<Text>)[ReportPart.Same(row.Subject), ReportPart.Same(row.Code), ReportPart.Day(row.FinishedAt)])]);
    }

    private async Task<ReportPart> Gaps(Actor actor, CancellationToken cancel)
    {
        var read = await matrix.Run(actor, null, cancel);
        return new ReportPart(
            new("c) Bằng chứng theo điều khoản còn thiếu", "c) Clauses whose evidence is missing"),
            [new($"{read.Gaps} trong {read.Lines.Count} điều khoản còn thiếu bằng chứng.", $"{read.Gaps} of {read.Lines.Count} clauses lack evidence.")],
            [new("Điều khoản", "Clause"), new("Còn thiếu", "What is missing")],
            [
                .. read.Lines.Where(line => line.HasGap).Select(line => (IReadOnlyList<Text>)
                [
                    new($"{line.Clause.Id} {line.Clause.Name.Vi}", $"{line.Clause.Id} {line.Clause.Name.En}"),
                    new(string.Join(" ", line.Evidence.SelectMany(each => each.Gaps.Select(gap => $"{each.Found.What.Vi}: {gap.Vi}"))), string.Join(" ", line.Evidence.SelectMany(each => each.Gaps.Select(gap => $"{each.Found.What.En}: {gap.En}")))),
                ]),
            ]);
    }

    private static ReportPart Risks(RegisterView risks, string kind, Text name) => new(
        name, [], [new("Nội dung", "What"), new("Điểm", "Score"), new("Biện pháp", "Measures"), new("Người phụ trách", "Owner")],
        [
            .. risks.Standing.Where(entry => entry.Row.Value("kind") == kind).OrderByDescending(entry => entry.Score).Select(entry => (IReadOnlyList<Text>)
                [ReportPart.Same(entry.Row.Title), ReportPart.Same($"{entry.Score}"), ReportPart.Same(entry.Row.Value("measures")), ReportPart.Same(entry.Row.Value("owner"))]),
        ]);

    private static Text Share(FigureValue value) => value.Share is { } share
        ? new(Wording.Percent((decimal)share, "vi"), Wording.Percent((decimal)share, "en"))
        : new("chưa có số liệu", "nothing to measure yet");
}

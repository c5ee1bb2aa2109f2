using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>Reads the compliance figures of the agency.</summary>
public sealed class ReadCompliance(OfficeDb db, ProcedureLibrary procedures, CalendarSource calendars, TimeProvider clock)
{
    private static readonly Text NotKnown = new("Chưa xác định", "Not known");

    /// <param name="procedureCode">Only this procedure; null for all.</param>
    /// <param name="unitCode">Only what this unit handles; null for all.</param>
    /// <exception cref="RejectedException">The actor may not read reports.</exception>
    public async Task<Compliance> Run(
        Actor actor, Period period, string? procedureCode, string? unitCode, CancellationToken cancel)
    {
        var read = await Read(actor, period, procedureCode, unitCode, cancel);
        var units = (await db.Set<Unit>().On(period.To, cancel)).ToDictionary(unit => unit.Key, unit => unit.Value.Name);
        var dossiers = read.Dossiers;
        return new Compliance
        {
            Period = period,
            ReadAt = clock.GetUtcNow(),
            Fields = ByField(dossiers),
            Procedures = Lines(dossiers, Figures.ByProcedure, (_, first) => first.Version.Procedure.Name),
            Units = Lines(dossiers, Figures.ByUnit, (unit, _) => units.GetValueOrDefault(unit) ?? NotKnown),
            Months = Lines(dossiers, Figures.ByMonth, (month, _) => new Text($"Tháng {month[5..]}/{month[..4]}", month)),
            Officers = Lines(dossiers, Figures.ByOfficer, (id, _) => read.Names.TryGetValue(id, out var name) ? new Text(name, name) : NotKnown),
            Ages = [.. Ageing.Keys.Select(age => new CountLine(age, AgeIn(age), dossiers.Count(counted => Figures.Columns[Figures.OpenOverdue](counted) && Ageing.Of(counted.DaysLate) == age)))],
            Reasons = Counts(dossiers, Figures.ByReason, reason => reason == Figures.NoApology ? new Text("Chưa có văn bản xin lỗi", "No apology was written") : new Text(reason, reason)),
            LateSteps = Counts(dossiers, Figures.ByStep, step => step.Length == 0
                ? new Text("Không bước nào quá thời gian", "Every step kept its time")
                : dossiers.First(counted => counted.LateStep?.Title.Vi == step).LateStep!.Title),
            New = dossiers.Count(counted => counted.IsNew),
            Supplemented = dossiers.Count(Figures.Columns[Figures.Supplemented]),
            OnlineProcedures = dossiers.Where(Figures.Columns[Figures.Online]).Select(counted => counted.Dossier.ProcedureCode).ToHashSet(StringComparer.Ordinal),
            Overdue = Overdue(dossiers),
            Steps = read.Steps.Of(procedures),
        };
    }

    /// <summary>The dossiers behind a figure of the report of the same period, procedure and unit.</summary>
    /// <remarks>Confidential dossiers count, but only those named for them see which they are (SoD-10).</remarks>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>figure-unknown</c>.</exception>
    public async Task<FigureDossiers> Behind(
        Actor actor, Period period, string? procedureCode, string? unitCode, Figure figure, CancellationToken cancel)
    {
        if (!Figures.Columns.TryGetValue(figure.Column, out var counts) || (figure.By is { } by && !Figures.Groups.ContainsKey(by)))
            throw Figures.Unknown();
        var read = await Read(actor, period, procedureCode, unitCode, cancel);
        var found = read.Dossiers.Where(counts).Where(counted => figure.By is null || Figures.Groups[figure.By](counted) == (figure.Key ?? "")).ToList();
        var hidden = await Hidden(actor, found, cancel);
        return new FigureDossiers(found.Count, hidden.Count,
        [
            .. found.Where(counted => !hidden.Contains(counted.Dossier.InstanceId))
                .Select(counted => new FigureDossier(
                    counted.Dossier.Code, counted.Version.Procedure.Name, counted.Dossier.AcceptedAt, counted.Dossier.OriginalPromisedAt,
                    counted.IsSettled ? counted.Dossier.FinishedAt : null, counted.DaysLate))
                .OrderBy(dossier => dossier.Code, StringComparer.Ordinal),
        ]);
    }

    private async Task<HashSet<string>> Hidden(Actor actor, List<Counted> found, CancellationToken cancel)
    {
        var confidential = found.Where(counted => counted.Dossier.IsConfidential).Select(counted => counted.Dossier.InstanceId).ToHashSet(StringComparer.Ordinal);
        if (confidential.Count == 0) return confidential;
        var open = await db.Set<DossierRow>().AsNoTracking().Where(row => row.IsConfidential).OpenTo(actor, db).Select(row => row.InstanceId).ToListAsync(cancel);
        confidential.ExceptWith(open);
        return confidential;
    }

    private async Task<ReadCounted> Read(Actor actor, Period period, string? procedureCode, string? unitCode, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var read = new ReadCounted(db, procedures, calendars(actor.AgencyId).Calendar);
        await read.Run(period, procedureCode, unitCode, cancel);
        return read;
    }

    private static IReadOnlyList<FieldStatistics> ByField(IReadOnlyCollection<Counted> dossiers) =>
    [
        .. dossiers
            .GroupBy(Figures.Groups[Figures.ByField], StringComparer.Ordinal)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new FieldStatistics(field.First().Version.Procedure.Field, Numbers([.. field]))),
    ];

    /// <summary>The columns of form 06, each counted by itself, so that the form's checks check something.</summary>
    private static StatisticsLine Numbers(IReadOnlyCollection<Counted> of)
    {
        return new StatisticsLine(
            "", Count(Figures.Received), Count(Figures.Online), Count(Figures.Direct), Count(Figures.Carried), Count(Figures.Settled), Count(Figures.Early),
            Count(Figures.OnTime), Count(Figures.Overdue), Count(Figures.Open), Count(Figures.OpenInTime), Count(Figures.OpenOverdue));

        int Count(string column) => of.Count(Figures.Columns[column]);
    }

    private static IReadOnlyList<OnTimeLine> Lines(IReadOnlyCollection<Counted> dossiers, string by, Func<string, Counted, Text> name) =>
    [
        .. dossiers
            .Where(counted => counted.IsSettled)
            .GroupBy(Figures.Groups[by], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OnTimeLine(
                group.Key,
                name(group.Key, group.First()),
                group.Count(Figures.Columns[Figures.Early]),
                group.Count(Figures.Columns[Figures.OnTime]),
                group.Count(Figures.Columns[Figures.Overdue]))),
    ];

    /// <summary>How many of those late belong to each part, the most first.</summary>
    private static IReadOnlyList<CountLine> Counts(IReadOnlyCollection<Counted> dossiers, string by, Func<string, Text> name) =>
    [
        .. dossiers.Where(Figures.Columns[Figures.Late]).GroupBy(Figures.Groups[by], StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CountLine(group.Key, name(group.Key), group.Count())),
    ];

    private static Text AgeIn(string age) => age.EndsWith('+')
        ? new Text($"từ {age[..^1]} ngày làm việc", $"{age[..^1]} working days and more")
        : new Text($"{age.Replace('-', '–')} ngày làm việc", $"{age.Replace('-', '–')} working days");

    private static IReadOnlyList<OverdueDossier> Overdue(IReadOnlyCollection<Counted> dossiers) =>
    [
        .. dossiers
            .Where(Figures.Columns[Figures.Late])
            .Select(counted => new OverdueDossier(
                counted.Dossier.InstanceId,
                counted.Dossier.Code,
                counted.Version.Procedure.Name,
                counted.Dossier.OriginalPromisedAt!.Value,
                counted.IsSettled ? counted.Dossier.FinishedAt : null,
                counted.DaysLate,
                // The reason of an apology may tell what the dossier is about (SoD-10).
                Figures.Groups[Figures.ByReason](counted) is { Length: > 0 } reason ? reason : null,
                counted.LateStep?.Title))
            .OrderByDescending(overdue => overdue.Days)
            .ThenBy(overdue => overdue.Code, StringComparer.Ordinal),
    ];
}

using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Quality.Figures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Registers;

/// <summary>Reads the quality registers with what follows from their entries today.</summary>
public sealed class ReadRegister(OfficeDb db, IEnumerable<IQualityFigure> figures, RegisterReading readings, CalendarSource calendars, TimeProvider clock)
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>register-unknown</c>.</exception>
    public async Task<RegisterView> Run(Actor actor, string registerId, CancellationToken cancel)
    {
        var register = QualityRegisters.Get(registerId);
        // What everybody has to read, everybody may read.
        Permit.Require(actor, register.IsAcknowledged ? Right.ReadDocument : Right.ReadRegisters);
        var rows = await db.Set<RegisterEntryRow>().AsNoTracking().Where(row => row.Register == registerId)
            .OrderByDescending(row => row.RecordedAt).ToListAsync(cancel);
        var entries = new List<EntryView>();
        foreach (var row in rows.OrderBy(row => row.ClosedAt is null ? 0 : 1))
            entries.Add(await View(actor, register, row, cancel));
        if (register.Matrix is not null) entries = [.. entries.OrderBy(entry => entry.Row.ClosedAt is null ? 0 : 1).ThenByDescending(entry => entry.Score)];
        var (readers, officers) = register.IsAcknowledged ? await readings.Of(registerId, cancel) : ([], 0);
        return new RegisterView(register, entries, readers, officers);
    }

    private async Task<EntryView> View(Actor actor, QualityRegister register, RegisterEntryRow row, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        return new EntryView(
            row,
            row.ReviewOn < today,
            row.ClosedAt is null && register.DueField is { } due && row.Day(due) < today,
            Terms(actor, register, row, today),
            register.Matrix is { } matrix ? (int?)(row.Number(matrix.LikelihoodField) * row.Number(matrix.ImpactField)) : null,
            register.Measured is { } measured && row.ClosedAt is null ? await Live(actor, measured, row, today, cancel) : null);
    }

    private List<TermState> Terms(Actor actor, QualityRegister register, RegisterEntryRow row, DateOnly today)
    {
        var calendar = calendars(actor.AgencyId);
        var states = new List<TermState>();
        foreach (var term in register.Terms)
        {
            if (row.Day(term.FromField) is not { } from || (term.OnlyIf is { } only && row.Day(only) is null) || (term.Unless is { } unless && row.Day(unless) is not null)) continue;
            var due = VietnamTime.DateOf(calendar.Explain(VietnamTime.ToInstant(from, TimeOnly.MinValue), term.Limit).DueAt);
            var done = row.Day(term.UntilField);
            states.Add(new TermState(term.Name, due, done, (done ?? (row.ClosedAt is { } closed ? VietnamTime.DateOf(closed) : today)) > due));
        }
        return states;
    }

    private async Task<LiveTarget?> Live(Actor actor, MeasuredTarget measured, RegisterEntryRow row, DateOnly today, CancellationToken cancel)
    {
        if (figures.FirstOrDefault(figure => figure.Id == row.Value(measured.IndicatorField)) is not { } figure) return null;
        if (row.Day(measured.FromField) is not { } from || row.Day(measured.ToField) is not { } to || to < from) return null;
        if (row.Number(measured.TargetField) is not { } target || row.Number(measured.ThresholdField) is not { } threshold) return null;
        var until = to < today ? to : today;
        var value = until < from ? new FigureValue(0, 0) : await figure.Read(actor, from, until, cancel);
        var quarters = new List<QuarterValue>();
        for (var start = QuarterOf(from); start <= until; start = start.AddMonths(3))
        {
            var (first, last) = (start < from ? from : start, start.AddMonths(3).AddDays(-1));
            quarters.Add(new QuarterValue($"{Quarters[(start.Month - 1) / 3]}/{start.Year}", await figure.Read(actor, first, last < until ? last : until, cancel)));
        }
        return new LiveTarget(target, threshold, value, quarters);
    }

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}

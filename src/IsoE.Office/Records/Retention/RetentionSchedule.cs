using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention;

/// <summary>One kind of record of a procedure and how long it is kept.</summary>
/// <param name="Term">In words, as the procedure's ISO text has it.</param>
/// <param name="Kept">Records of dossiers that have ended.</param>
/// <param name="FirstEndsOn">When the term of the first of them is over; null for permanent ones, and for none.</param>
/// <param name="Ended">How many have reached the end of their term.</param>
public sealed record RetentionLine(Text Procedure, Text Record, Text Term, int Kept, DateOnly? FirstEndsOn, int Ended);

/// <summary>What is kept how long (QT-02; ISO 9001 clause 7.5.3.2): the rules of the procedures, counted over the records there are.</summary>
public sealed class RetentionSchedule(OfficeDb db, ProcedureLibraries libraries, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<RetentionLine>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadRetention);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var (library, lines) = (libraries.Of(actor.AgencyId), new Dictionary<(string, string), RetentionLine>());
        var ended = db.Set<RecordRow>().AsNoTracking().Join(
            db.Set<DossierRow>().AsNoTracking().Where(dossier => dossier.FinishedAt != null),
            record => record.InstanceId,
            dossier => dossier.InstanceId,
            (record, dossier) => new { record.Code, dossier.ProcedureCode, dossier.ProcedureVersion, FinishedAt = dossier.FinishedAt!.Value });
        var sorts = await ended.GroupBy(row => new { row.Code, row.ProcedureCode, row.ProcedureVersion })
            .Select(rows => new { rows.Key, Count = rows.Count(), FirstAt = rows.Min(row => row.FinishedAt) }).ToListAsync(cancel);
        foreach (var sort in sorts)
        {
            var procedure = library.Get(sort.Key.ProcedureCode, sort.Key.ProcedureVersion).Procedure;
            if (procedure.FindRecord(sort.Key.Code) is not { } kind) continue;
            var years = kind.Retention.Years;
            var endsOn = EndsOn(years, VietnamTime.DateOf(sort.FirstAt));
            var over = 0;
            if (endsOn < today)
            {
                var began = VietnamTime.ToInstant(FirstDayKept(years!.Value, today), TimeOnly.MinValue);
                over = await ended.CountAsync(
                    row => row.Code == sort.Key.Code && row.ProcedureCode == sort.Key.ProcedureCode && row.ProcedureVersion == sort.Key.ProcedureVersion && row.FinishedAt < began,
                    cancel);
            }

            var line = lines.GetValueOrDefault((procedure.Code, kind.Code)) ?? new RetentionLine(procedure.Name, kind.Name, kind.Retention.Describe(), 0, null, 0);
            lines[(procedure.Code, kind.Code)] = line with
            {
                Kept = line.Kept + sort.Count,
                FirstEndsOn = line.FirstEndsOn is { } first && (endsOn is null || first < endsOn) ? first : endsOn,
                Ended = line.Ended + over,
            };
        }

        return [.. lines.OrderBy(line => line.Key.Item1, StringComparer.Ordinal).ThenBy(line => line.Key.Item2, StringComparer.Ordinal).Select(line => line.Value)];
    }

    /// <summary>The last day of the term, which runs from the end of the dossier; null for permanent.</summary>
    public static DateOnly? EndsOn(int? years, DateOnly endedOn) => years is { } count ? endedOn.AddYears(count) : null;

    /// <summary>What ended before this day has reached the end of its term.</summary>
    internal static DateOnly FirstDayKept(int years, DateOnly today)
    {
        var day = today.AddYears(-years);
        // On 29 February the day so many years before is the 28th, whose term ended yesterday.
        return EndsOn(years, day) < today ? day.AddDays(1) : day;
    }
}

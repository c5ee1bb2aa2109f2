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
            (record, dossier) => new { record.Code, dossier.ProcedureCode, dossier.ProcedureVersion, dossier.FinishedAt });
        await foreach (var row in ended.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var procedure = library.Get(row.ProcedureCode, row.ProcedureVersion).Procedure;
            if (procedure.FindRecord(row.Code) is not { } kind) continue;
            var endsOn = EndsOn(kind.Retention.Years, VietnamTime.DateOf(row.FinishedAt!.Value));
            var line = lines.GetValueOrDefault((row.ProcedureCode, row.Code)) ?? new RetentionLine(procedure.Name, kind.Name, kind.Retention.Describe(), 0, null, 0);
            lines[(row.ProcedureCode, row.Code)] = line with
            {
                Kept = line.Kept + 1,
                FirstEndsOn = line.FirstEndsOn is { } first && (endsOn is null || first < endsOn) ? first : endsOn,
                Ended = line.Ended + (endsOn < today ? 1 : 0),
            };
        }

        return [.. lines.OrderBy(line => line.Key.Item1, StringComparer.Ordinal).ThenBy(line => line.Key.Item2, StringComparer.Ordinal).Select(line => line.Value)];
    }

    /// <summary>The last day of the term, which runs from the end of the dossier; null for permanent.</summary>
    public static DateOnly? EndsOn(int? years, DateOnly endedOn) => years is { } count ? endedOn.AddYears(count) : null;
}

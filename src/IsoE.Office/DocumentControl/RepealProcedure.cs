using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>Takes a procedure out of force from a day on: no dossiers are received under it; those received before run on.</summary>
public sealed class RepealProcedure(OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries, TimeProvider clock)
{
    /// <param name="from">First day without the procedure, in the agency's zone; today or later.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>reason-missing</c>, <c>procedure-not-in-force</c>, <c>effective-date</c>, <c>later-version</c>.
    /// </exception>
    public async Task Run(Actor actor, string code, DateOnly from, string reason, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.ApproveProcedure);
        var given = DocumentSteps.Reason(reason);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        if (from < today) throw TooEarly(today);
        libraries.Forget(actor.AgencyId);
        var library = libraries.Of(actor.AgencyId);
        RefuseLaterVersion(library, code, today);
        var version = library.GetInForce(code, from);
        if (from == version.InForceFrom) throw TooEarly(from.AddDays(1));
        var documentId = version.DocumentId ?? await Register(actor, version, cancel);
        await instances.Run(DocumentSteps.Request(actor, documentId, commandId), Decide, cancel);
        libraries.Forget(actor.AgencyId);

        void Decide(Step step)
        {
            step.Record(new DocumentRepealed(given, from, actor.Name));
            step.Insert(new RepealedProcedureRow
            {
                AgencyId = step.AgencyId,
                Code = code,
                EffectiveFrom = from,
                Reason = given,
                RepealedAt = step.Now,
            });
        }
    }

    /// <summary>A version that waits for its first day would bring the procedure back.</summary>
    private static void RefuseLaterVersion(ProcedureLibrary library, string code, DateOnly today)
    {
        if (library.All.FirstOrDefault(version => version.Code == code && version.InForceFrom > today) is not { } later) return;
        var day = Wording.Date(later.InForceFrom);
        throw new RejectedException("later-version", new Text(
            $"Phiên bản {later.Version} đã ban hành và có hiệu lực từ {day}, nên bãi bỏ bây giờ không chấm dứt được quy trình. Bãi bỏ khi phiên bản đó đã có hiệu lực.",
            $"Version {later.Version} has been issued and comes into force on {day}: a repeal now would not end the procedure. Repeal it once that version is in force."));
    }

    private static RejectedException TooEarly(DateOnly earliest) => new("effective-date", new Text(
        $"Ngày bãi bỏ sớm nhất là {Wording.Date(earliest)}.", $"The earliest day of a repeal is {Wording.Date(earliest)}."))
    { Field = "From" };

    /// <summary>A shipped version has no document of the agency: its life begins where the agency first decides on it.</summary>
    private async Task<string> Register(Actor actor, ProcedureVersion version, CancellationToken cancel)
    {
        var known = await db.Set<DocumentRow>().AsNoTracking()
            .Where(row => row.Code == version.Code && row.Version == version.Version && row.Status != DocumentStatus.Withdrawn)
            .Select(row => row.InstanceId).FirstOrDefaultAsync(cancel);
        if (known is not null) return known;
        var documentId = RowId.New(clock.GetUtcNow());
        var hash = DocumentSteps.HashOf(version.Content);
        await instances.Run(
            DocumentSteps.Request(actor, documentId, $"register:{version.Code}:{version.Version}"),
            step =>
            {
                step.Record(new DocumentBegun(version.Code, version.Version, version.Procedure.Name, null, hash, actor.Name));
                step.Insert(SaveDraft.Row(step, 1, 0, version.Content, actor.Name));
                step.Record(new DocumentCameIntoForce());
            },
            cancel);
        return documentId;
    }
}

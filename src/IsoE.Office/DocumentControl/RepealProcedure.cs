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
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>reason-missing</c>, <c>procedure-not-in-force</c>, <c>effective-date</c>.</exception>
    public async Task Run(Actor actor, string code, DateOnly from, string reason, string commandId, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.ApproveProcedure);
        var given = DocumentSteps.Reason(reason);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        if (from < today)
            throw new RejectedException("effective-date", new Text("Ngày bãi bỏ phải từ hôm nay trở đi.", "The day has to be today or later."))
            { Field = "From" };
        var version = libraries.Of(actor.AgencyId).GetInForce(code, from);
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

using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl;

/// <summary>How a document is published.</summary>
/// <param name="EffectiveFrom">First day in force, in the agency's zone; today or later, and after that of the version before.</param>
/// <param name="AsNewIssue">Counts as a new issue (lần ban hành) instead of a further revision (lần sửa đổi).</param>
public sealed record Publication(string CommandId, DateOnly EffectiveFrom, bool AsNewIssue = false);

/// <summary>
/// Publishes an approved document: it is given its number and issue, becomes immutable, and comes into force by itself on
/// its first day.
/// </summary>
public sealed class PublishDocument(
    OfficeDb db, InstanceRunner instances, DraftRevisions revisions, DocumentCheck check, ProcedureLibraries libraries)
{
    /// <summary>Series whose lock keeps two documents from being given one number.</summary>
    private const string Series = "procedure-number";

    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>document-unknown</c>, <c>document-status</c>, <c>document-published</c>, <c>effective-date</c>, <c>gate-refused</c>.
    /// </exception>
    public async Task<StepResult> Run(Actor actor, string documentId, Publication publication, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.PublishProcedure);
        var known = await db.Set<DocumentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.InstanceId == documentId, cancel)
            ?? throw DocumentSteps.Unknown();
        var content = await revisions.Content(documentId, known.Revision, cancel);
        // What stood when it was handed in may not stand any more: people leave, procedures it starts are repealed.
        GateRefusal.Throw(await check.Run(actor.AgencyId, known.Code, known.Version, content, cancel));
        libraries.Forget(actor.AgencyId);
        var library = libraries.Of(actor.AgencyId);
        var request = DocumentSteps.Request(actor, documentId, publication.CommandId) with { Series = [Series] };
        var result = await instances.Run(request, Decide, cancel);
        libraries.Forget(actor.AgencyId);
        return result;

        void Decide(Step step)
        {
            var row = DocumentSteps.Get(step, DocumentStatus.Approved);
            RefuseSecond(row);
            _ = step.NextNumber(Series);
            var today = VietnamTime.DateOf(step.Now);
            CheckDay(publication.EffectiveFrom, today, library.All.FirstOrDefault(v => v.Code == row.Code && v.Version < row.Version));
            var control = IssuedControl.Of(row, content, library, today, publication.AsNewIssue);
            step.Record(new DocumentPublished(
                control.Number, control.Issue, control.Revisions[^1].Number, publication.EffectiveFrom, actor.Name));
            step.Insert(Published(step, row, content, control, publication.EffectiveFrom));
            if (publication.EffectiveFrom <= today) step.Record(new DocumentCameIntoForce());
        }
    }

    private static PublishedProcedureRow Published(
        Step step, DocumentRow row, ProcedureContent content, ControlPage control, DateOnly effectiveFrom) => new()
        {
            AgencyId = step.AgencyId,
            Code = row.Code,
            Version = row.Version,
            Flow = content.Flow,
            Text = content.Text,
            Control = OfficeJson.Write(control),
            EffectiveFrom = effectiveFrom,
            DocumentId = row.InstanceId,
            PublishedAt = step.Now,
        };

    private static void RefuseSecond(DocumentRow row)
    {
        if (row.EffectiveFrom is { } day)
            throw new RejectedException("document-published", new Text(
                $"Tài liệu đã được ban hành, số {row.Number}, hiệu lực từ {Wording.Date(day)}.",
                $"The document has been published as {row.Number}, in force from {Wording.Date(day)}."));
    }

    private static void CheckDay(DateOnly day, DateOnly today, ProcedureVersion? before)
    {
        var earliest = before is not null && before.InForceFrom >= today ? before.InForceFrom.AddDays(1) : today;
        if (day >= earliest) return;
        throw new RejectedException("effective-date", new Text(
            $"Ngày hiệu lực sớm nhất là {Wording.Date(earliest)}.", $"The earliest effective date is {Wording.Date(earliest)}."))
        { Field = nameof(Publication.EffectiveFrom) };
    }
}

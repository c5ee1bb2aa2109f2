using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Text = IsoE.Workflows.Text;

namespace IsoE.Office.Dossiers;

/// <summary>Opens the dossier that a step of another dossier hands over to: own agency, own code, own clock, own people.</summary>
internal sealed class OpenSubProcedure(
    OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries, PromisedDates dates, TimeProvider clock) : IOutboxConsumer
{
    /// <exception cref="RejectedException">
    /// <c>agency-unknown</c>, <c>procedure-not-in-force</c>, <c>procedure-elsewhere</c>, <c>case-unknown</c>: it comes again, and then stays visible as undelivered.
    /// </exception>
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var order = OfficeJson.Read<StartSubProcedure>(item.Payload);
        var asking = await Agency(order.Parent.AgencyId, cancel);
        var asked = await Agency(order.Agency, cancel);
        var at = Instant.ToStored(clock.GetUtcNow());
        var version = libraries.Of(asked.Id).GetInForce(order.Procedure, VietnamTime.DateOf(at));
        var received = await Received(order, asking, version, at, cancel);
        var request = new StepRequest(asked.Id, ChildOf(order.Parent), item.CommandId, StepRequest.System)
        {
            At = at,
            Series = [DossierCodes.SeriesOf(at)],
        };
        await instances.Run(request, step => Decide(step, received, version, order.Parent), cancel);
    }

    /// <summary>The id of the dossier opened for a bookmark: the same at every delivery.</summary>
    internal static string ChildOf(ParentLink parent) => RowId.Of(parent.AgencyId, parent.InstanceId, parent.BookmarkId);

    private static void Decide(Step step, DossierReceived received, ProcedureVersion version, ParentLink parent)
    {
        var coded = received with { Code = DossierCodes.Next(step) };
        step.Record(coded);
        step.Start(version.Definition.DefinitionId, version.Version, ProcedureStart.Of(step, coded, version, receiver: null), parent);
    }

    private async Task<DossierReceived> Received(
        StartSubProcedure order, Agency asking, ProcedureVersion version, DateTimeOffset at, CancellationToken cancel)
    {
        var legalCase = ReceptionCheck.CaseOf(version.Procedure, order.Case ?? version.Procedure.Cases[0].Id);
        var asker = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == order.Parent.AgencyId && row.InstanceId == order.Parent.InstanceId)
            .Select(row => row.Code).SingleOrDefaultAsync(cancel);
        return new DossierReceived(
            Code: "",
            version.Code,
            version.Version,
            legalCase.Id,
            Channel.Online,
            new Applicant(ApplicantKind.Enterprise, asking.NameVi, null, asking.Phone, null, asking.Address),
            ReturnWay.Online,
            order.Input.ValueKind == JsonValueKind.Object ? order.Input : JsonSerializer.SerializeToElement(new { }),
            Components: [],
            Sets: 0,
            legalCase.Limit.ToString(),
            legalCase.StartsAt,
            version.HasAcceptanceStep ? null : dates.OnReceipt(order.Agency, legalCase.Limit, at),
            AmountDue: null,
            Secrets.New(),
            asker is null ? null : $"Theo hồ sơ {asker}",
            order.Parent.AgencyId,
            order.Parent.InstanceId,
            IsConfidential: version.Procedure.Confidentiality is not null);
    }

    private async Task<Agency> Agency(string id, CancellationToken cancel) =>
        await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == id, cancel)
        ?? throw new RejectedException("agency-unknown", new Text(
            $"Không có cơ quan mã {id} trên hệ thống.", $"There is no agency {id} on the platform."));
}

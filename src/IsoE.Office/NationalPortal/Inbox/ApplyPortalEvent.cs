using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;

namespace IsoE.Office.NationalPortal.Inbox;

/// <summary>Does what an event of the portal asks for, through the commands that the counter uses.</summary>
/// <remarks>The dossier's id is made from the portal's code and each command's id from the event's: done twice it is done once.</remarks>
public sealed class ApplyPortalEvent(
    ReceiveDossier receive, ReceiveSupplement supplement, AskWithdrawal withdrawal, ReceivePaymentNotice payment, FindDossier dossiers,
    InstanceRunner instances, AttachmentStore files)
{
    /// <exception cref="RejectedException">The office refuses it; the sentence is for the portal and its applicant.</exception>
    public Task Run(PortalInboxRow row, CancellationToken cancel) => row.Type switch
    {
        PortalEventTypes.Submitted => Receive(row, OfficeJson.Read<SubmittedDossier>(row.Data), cancel),
        PortalEventTypes.Supplemented => Supply(row, OfficeJson.Read<SuppliedPapers>(row.Data), cancel),
        PortalEventTypes.Paid => Pay(row, OfficeJson.Read<PaidOnPortal>(row.Data), cancel),
        _ => withdrawal.Run(ActorOf(row), DossierOf(row), OfficeJson.Read<AskedWithdrawal>(row.Data).Reason, row.Id, cancel),
    };

    /// <summary>The portal acts as the counter does: its applicants have identified themselves there.</summary>
    private static Actor ActorOf(PortalInboxRow row) =>
        new(row.AgencyId, Actor.SystemId, "Cổng Dịch vụ công quốc gia", [new Grant(Roles.ReceptionOfficer)]);

    internal static string DossierOf(PortalInboxRow row) => RowId.Of("national", row.AgencyId, row.Subject);

    private async Task Receive(PortalInboxRow row, SubmittedDossier submitted, CancellationToken cancel)
    {
        var reception = new Reception(
            DossierOf(row), submitted.Procedure, submitted.Case, Channel.Online, submitted.Applicant, submitted.ReturnWay, submitted.Form,
            submitted.Components ?? [], Sets: 1, Note: $"Cổng DVCQG: {row.Subject}", await Store(submitted.Files, cancel), ForwardAtOnce: false,
            ReceptionValues: default, DuplicateReason: "Nộp qua Cổng Dịch vụ công quốc gia");
        await receive.Run(ActorOf(row), reception, cancel);
        await instances.Run(
            new StepRequest(row.AgencyId, reception.DossierId, row.Id, StepRequest.System), step => step.Record(new NationalCodeGiven(row.Subject)), cancel);
    }

    private async Task Supply(PortalInboxRow row, SuppliedPapers supplied, CancellationToken cancel)
    {
        var form = new SupplementForm(DossierOf(row), [], supplied.Note, null, default, await Store(supplied.Files, cancel), row.Id);
        await supplement.Run(ActorOf(row), form, cancel);
    }

    /// <summary>As a notice of the bank: what is exactly what is owed is receipted at once, the rest waits for a cashier.</summary>
    private async Task Pay(PortalInboxRow row, PaidOnPortal paid, CancellationToken cancel)
    {
        var dossier = await dossiers.Get(DossierOf(row), cancel);
        await payment.Run(row.AgencyId, new PaymentNotice(row.Id, paid.Amount, $"{dossier.Code} Cổng DVCQG {row.Subject}", paid.Reference, paid.PaidAt), cancel);
    }

    private async Task<IReadOnlyList<IncomingFile>> Store(IReadOnlyList<SubmittedFile>? sent, CancellationToken cancel)
    {
        var stored = new List<IncomingFile>();
        foreach (var file in sent ?? [])
        {
            using var bytes = new MemoryStream(Bytes(file));
            stored.Add(new IncomingFile(await files.Store(bytes, file.Name, cancel), file.Component));
        }
        return stored;
    }

    private static byte[] Bytes(SubmittedFile file)
    {
        try
        {
            return Convert.FromBase64String(file.Content);
        }
        catch (FormatException)
        {
            throw new RejectedException("file-content", new Text(
                $"Tệp {file.Name} không phải là base64.", $"The file {file.Name} is not base64."));
        }
    }
}

using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Records.Signing;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Printing;

/// <summary>Makes the PDF of a record, keeps it under its hash, and writes the hash into the dossier's history.</summary>
/// <remarks>
/// A record that was printed before is not printed again: its kept bytes are the record. What was signed, before it was issued or
/// after, is not printed at all: the signed bytes are the record.
/// </remarks>
public sealed class PrintRecord(
    OfficeDb db, ReadDossierMoment moments, Typesetter typesetter, AttachmentStore files, InstanceRunner instances, ProcedureLibrary procedures,
    RecordOptions options, PaymentAccounts accounts, PaperSigners signers, ReadDisposalMinutes minutes, ReadTransferRegister register)
{
    /// <returns>The hash of the PDF; null while the record waits for signatures (<see cref="SignPaper"/>).</returns>
    /// <exception cref="RejectedException">There is no such record in the agency.</exception>
    /// <exception cref="DocumentFailedException">The template does not fit the data.</exception>
    public async Task<string?> Run(string recordId, CancellationToken cancel)
    {
        var record = await db.Set<RecordRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == recordId, cancel)
            ?? throw new RejectedException("record-unknown", new Text(
                "Không tìm thấy tài liệu này. Hãy mở lại hồ sơ và chọn từ danh sách tài liệu.",
                "There is no such record. Open the dossier again and choose from its list of records."));
        if (record.Sha256 is { } kept)
            return kept;
        if (await db.ForRecord(record, cancel) is { } signed)
            return await Keep(record, signed.Sha256, files.SizeOf(signed.Sha256), cancel);
        if (await signers.IsAwaited(record, cancel)) return null;
        var pdf = await Preview(record, signerId: null, cancel);
        var stored = await files.Store(new MemoryStream(pdf), $"{record.Code}.pdf", cancel);
        return await Keep(record, stored.Sha256, stored.Size, cancel);
    }

    /// <summary>The bytes of a record that is not complete: with the signature it has already, or as it would be signed.</summary>
    /// <param name="signerId">Who is to sign it; null: it shows who issued it.</param>
    /// <exception cref="DocumentFailedException">The template does not fit the data.</exception>
    public async Task<byte[]> Preview(RecordRow record, string? signerId, CancellationToken cancel)
    {
        if (await db.LastOf(record, cancel) is { } signed) return await files.Read(signed.Sha256, cancel);
        var form = await FormOf(record, signerId, cancel);
        return await typesetter.Render(form.ToJob(record.IssuedAt, overrides: record.AgencyId), cancel);
    }

    private async Task<DocumentForm> FormOf(RecordRow record, string? signerId, CancellationToken cancel) => record.Template switch
    {
        RecordTemplates.ArchiveRegister => await register.Run(record.AgencyId, record.InstanceId, record.IssuedAt, cancel),
        RecordTemplates.DisposalMinutes => await minutes.Run(record.AgencyId, record.InstanceId, record.IssuedAt, cancel),
        _ => FormOf(await moments.Run(record.AgencyId, record.InstanceId, record.Sequence, cancel) with { SignerId = signerId }, record),
    };

    private async Task<string> Keep(RecordRow record, string sha256, long size, CancellationToken cancel)
    {
        var request = new StepRequest(record.AgencyId, record.InstanceId, $"printed:{record.Id}", StepRequest.System) { Also = [typeof(RecordRow)] };
        await instances.Run(request, step => step.Record(new RecordPrinted(record.Id, sha256, size)), cancel);
        return sha256;
    }

    private DocumentForm FormOf(DossierMoment moment, RecordRow record)
    {
        using var parsed = JsonDocument.Parse(record.Data);
        var data = parsed.RootElement.Clone();
        return record.Template switch
        {
            RecordTemplates.Submission => SubmissionPrint.Of(moment, record, options),
            RecordTemplates.Receipt => ReceiptPrint.Of(moment, record, options, accounts.Find(record.AgencyId)),
            RecordTemplates.MoneyReceipt => MoneyReceiptPrint.Of(moment, record),
            RecordTemplates.HandOver => HandOverPrint.Of(moment, record),
            RecordTemplates.SupplementRequest => SupplementPrint.Of(moment, record, data),
            RecordTemplates.CounterRefusal => RefusalPrint.Of(moment, record, data),
            RecordTemplates.Apology => ApologyPrint.Of(moment, record, data),
            RecordTemplates.StopNotice => StopPrint.Of(moment, record, data),
            RecordTemplates.RecallNotice => RecallPrint.Of(moment, record, data),
            RecordTemplates.ControlSheet => ControlSheetPrint.Of(moment, record.IssuedAt),
            _ => StepRecordPrint.Of(moment, record, data, code => procedures.FindInForce(code, VietnamTime.DateOf(record.IssuedAt))?.Procedure),
        };
    }
}

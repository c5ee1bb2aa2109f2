using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;

namespace IsoE.Office.Records.Signing;

/// <summary>The signature on a paper that was issued.</summary>
/// <param name="Sha256">Of the document that was shown.</param>
/// <param name="Password">Of the key, or PIN of its token, kept nowhere; null: it is signed or sealed on paper.</param>
public sealed record PaperSignature(string RecordId, string Sha256, string? Password, string CommandId);

/// <summary>
/// Signs a paper that was issued, exactly the bytes that were shown, by the person whose paper it is and then by the agency. With
/// the last signature, or with the word that pen and stamp do the rest, the paper is complete and goes to the applicant.
/// </summary>
public sealed class SignPaper(WaitingPapers papers, PutSignature signature, OpenSigningKey keys, AttachmentStore files, InstanceRunner instances)
{
    /// <exception cref="RejectedException"><c>paper-not-waiting</c>, <c>document-changed</c>, and those of <see cref="PutSignature"/>.</exception>
    public async Task<StepResult> Run(Actor actor, PaperSignature form, CancellationToken cancel)
    {
        var request = new StepRequest(actor.AgencyId, RecordRow.InstanceOf(form.RecordId), form.CommandId, actor.PersonId)
        {
            Also = [typeof(RecordRow), typeof(SignedDocumentRow)],
        };
        // A form sent twice finds the paper signed, and gets the first answer.
        if (await papers.Find(actor, form.RecordId, cancel) is not { } shown) return await instances.Run(request, _ => throw NotWaiting(), cancel);
        if (shown.Sha256 != form.Sha256) throw SigningRejections.Changed();
        var (signed, sha256, size) = await Put(actor, shown, form.Password, cancel);
        var isComplete = signed is null || shown.Paper.IsSeal || !shown.Paper.Record.IsSealed || await keys.Find(actor, isSeal: true, cancel) is null;
        return await instances.Run(request, Decide, cancel);

        void Decide(Step step)
        {
            var record = step.All<RecordRow>().Single(row => row.Id == form.RecordId);
            var last = step.All<SignedDocumentRow>().Where(row => row.RecordId == record.Id).MaxBy(row => row.Sequence);
            if (record.Sha256 is not null || last?.Sha256 != shown.Paper.Before?.Sha256) throw SigningRejections.Changed();
            if (signed is not null) step.Record(signed);
            if (isComplete) step.Record(new RecordPrinted(record.Id, sha256, size));
        }
    }

    private async Task<(DocumentSigned? Signed, string Sha256, long Size)> Put(Actor actor, ShownPaper shown, string? password, CancellationToken cancel)
    {
        var record = shown.Paper.Record;
        if (password is null)
        {
            var kept = await files.Store(new MemoryStream(shown.Pdf), $"{record.Code}.pdf", cancel);
            return (null, kept.Sha256, kept.Size);
        }

        var reason = shown.Paper.IsSeal ? new Text("Phát hành văn bản", "Issue") : new Text("Ký văn bản", "Signature");
        var matter = new SigningMatter(shown.Pdf, record.Code, reason, shown.Agency.NameVi, shown.Agency.Place ?? "", "");
        var signed = await signature.Run(actor, shown.Paper.IsSeal, matter, password, nameof(PaperSignature.Password), cancel);
        return (signed with { RecordId = record.Id }, signed.After, signed.Size);
    }

    private static RejectedException NotWaiting() => new("paper-not-waiting", new Text(
        "Văn bản này không còn chờ ông/bà ký. Mở lại danh sách văn bản chờ ký.",
        "This paper does not wait for your signature any more. Open the list of papers to be signed again."));
}

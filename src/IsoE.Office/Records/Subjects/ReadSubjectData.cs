using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Subjects;

/// <summary>
/// Gathers what is kept about a person who asks for it (NĐ 356/2025: an answer within two working days). Confidential dossiers
/// are left out unless the one who answers is named for them: whether there is one is itself a secret (SoD-10).
/// </summary>
public sealed class ReadSubjectData(
    OfficeDb db, ProcedureLibraries libraries, NoteRead reads, ListReads readers, IEnumerable<IKeepsPerson> others, TimeProvider clock)
{
    /// <param name="about">A whole identity number, telephone or e-mail, as it stands in the dossiers.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>subject-short</c> for a part of a number or a name.</exception>
    public async Task<SubjectData> Run(Actor actor, string? about, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.AnswerSubject);
        var asked = Whole(about);
        var dossiers = await About(db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db), asked).OrderBy(row => row.ReceivedAt).ToListAsync(cancel);
        await reads.Run(actor, ReadKind.Search, dossierId: null, cancel);
        foreach (var dossier in dossiers) await reads.Run(actor, ReadKind.Dossier, dossier.InstanceId, cancel);
        var (ids, codes) = (dossiers.ConvertAll(row => row.InstanceId), dossiers.ToDictionary(row => row.InstanceId, row => row.Code));
        return new SubjectData(
            asked,
            clock.GetUtcNow(),
            await Dossiers(actor, dossiers, ids, cancel),
            await Messages(ids, codes, cancel),
            await Receipts(ids, cancel),
            await Besides(asked, cancel),
            await readers.Of(ids, cancel));
    }

    private async Task<IReadOnlyList<SubjectDossier>> Dossiers(Actor actor, List<DossierRow> dossiers, List<string> ids, CancellationToken cancel)
    {
        var papers = (await db.Attachments.AsNoTracking().Where(file => ids.Contains(file.InstanceId)).OrderBy(file => file.AddedAt).ToListAsync(cancel)).ToLookup(file => file.InstanceId);
        var records = (await db.Set<RecordRow>().AsNoTracking().Where(record => ids.Contains(record.InstanceId)).OrderBy(record => record.Sequence).ToListAsync(cancel)).ToLookup(record => record.InstanceId);
        var library = libraries.Of(actor.AgencyId);
        return [.. dossiers.Select(row =>
        {
            var procedure = library.Get(row.ProcedureCode, row.ProcedureVersion).Procedure;
            return new SubjectDossier(
                row.Code, procedure.Name, row.ReceivedAt, row.FinishedAt,
                new Applicant(row.ApplicantKind, row.ApplicantName, row.IdentityNumber, row.Phone, row.Email, row.Address, row.Representative, row.BirthOn),
                FormWords.Read(procedure.Form, row.ReadForm()).DistinctBy(pair => pair.Key.Vi).ToDictionary(pair => pair.Key.Vi, pair => pair.Value.Vi),
                [.. papers[row.InstanceId].Select(file => file.Name)],
                [.. records[row.InstanceId].Select(record => record.Title)]);
        })];
    }

    private async Task<IReadOnlyList<SubjectMessage>> Messages(List<string> ids, Dictionary<string, string> codes, CancellationToken cancel) =>
        [.. (await db.Set<MessageRow>().AsNoTracking().Where(message => ids.Contains(message.InstanceId) && message.Recipient == "applicant")
                .OrderBy(message => message.RequestedAt).ToListAsync(cancel))
            .Select(message => new SubjectMessage(codes[message.InstanceId], message.RequestedAt, message.Channel, message.Address, message.Body))];

    private async Task<IReadOnlyList<SubjectBesides>> Besides(string asked, CancellationToken cancel)
    {
        var found = new List<SubjectBesides>();
        foreach (var other in others) found.Add(new SubjectBesides(other.Name, await other.Tell(asked, cancel)));
        return found;
    }

    private async Task<IReadOnlyList<SubjectReceipt>> Receipts(List<string> ids, CancellationToken cancel) =>
        await db.Set<ReceiptRow>().AsNoTracking().Where(receipt => ids.Contains(receipt.InstanceId)).OrderBy(receipt => receipt.IssuedAt)
            .Select(receipt => new SubjectReceipt(receipt.Number, receipt.DossierCode, receipt.Payer, receipt.Amount, receipt.IssuedAt)).ToListAsync(cancel);

    /// <summary>The dossiers of who has this identity number, telephone or e-mail.</summary>
    internal static IQueryable<DossierRow> About(IQueryable<DossierRow> dossiers, string asked) => dossiers
        .Where(row => !row.IsInternal && (row.IdentityNumber == asked || row.Phone == asked || row.Email == asked || row.SubmittedBy == asked));

    /// <summary>A part would show people who have not asked.</summary>
    internal static string Whole(string? about) => about?.Trim() is { Length: >= 9 } whole
        ? whole
        : throw new RejectedException("subject-short", new Text(
            "Nhập đủ số định danh, số điện thoại hoặc thư điện tử của người yêu cầu; không tìm theo tên hoặc một phần số.",
            "Enter the whole identity number, telephone or e-mail of the person who asks; a name or a part of a number is not enough."))
        { Field = "About" };
}

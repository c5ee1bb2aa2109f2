using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>Keeps submissions while they are being prepared: saved at every step, gone on with on any device.</summary>
public sealed class Drafts(OfficeDb db, ProcedureLibrary procedures, Uploads uploads, TimeProvider clock)
{
    /// <summary>How long a draft is kept after it was saved last.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Most = 20;

    /// <summary>Begins a draft with what the author gave last time; the one already begun for the procedure is gone on with.</summary>
    /// <exception cref="RejectedException"><c>procedure-not-in-force</c>, <c>procedure-elsewhere</c>, <c>procedure-offline</c>, <c>national-portal</c>, <c>too-many-drafts</c>.</exception>
    public async Task<SubmissionDraftRow> Begin(string agencyId, string contact, string procedureCode, CancellationToken cancel)
    {
        var now = Instant.ToStored(clock.GetUtcNow());
        var procedure = procedures.GetInForce(procedureCode, VietnamTime.DateOf(now)).Procedure;
        SubmitDossier.RefuseOffline(procedure);
        var own = await Of(contact, cancel);
        if (own.FirstOrDefault(draft => draft.AgencyId == agencyId && draft.ProcedureCode == procedureCode) is { } begun) return begun;
        await RefuseWhereThePortalReceives(agencyId, cancel);
        if (own.Count >= Most) throw new RejectedException("too-many-drafts", new Text(
            $"Bạn đang có {own.Count} hồ sơ chưa nộp. Hãy nộp hoặc xóa bớt trước khi lập hồ sơ mới.",
            $"You have {own.Count} submissions that are not sent. Send or delete some first."));
        var draft = new SubmissionDraftRow
        {
            AgencyId = agencyId,
            Id = RowId.New(now),
            Contact = contact,
            ProcedureCode = procedureCode,
            CaseId = procedure.Cases[0].Id,
            Applicant = OfficeJson.Write(await Known(contact, cancel)),
            Answers = "{}",
            ReturnWay = procedure.OnlineLevel == OnlineLevel.Full ? ReturnWay.Online : ReturnWay.Counter,
            Step = 1,
            BegunAt = now,
            SavedAt = now,
            ExpiresAt = now + Kept,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft;
    }

    /// <summary>What was begun before the agency went over to the portal may still be sent: nothing typed is lost.</summary>
    private async Task RefuseWhereThePortalReceives(string agencyId, CancellationToken cancel)
    {
        if (await db.Set<Agency>().AnyAsync(agency => agency.Id == agencyId && agency.PortalMode == PortalMode.NationalSync, cancel))
            throw new RejectedException("national-portal", new Text(
                "Cơ quan này tiếp nhận hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia (dichvucong.gov.vn). Hãy nộp tại đó, hoặc nộp tại quầy.",
                "This agency receives online submissions on the national portal (dichvucong.gov.vn). Hand in there, or at the counter."));
    }

    /// <summary>The drafts of somebody at all agencies, the one saved last first.</summary>
    public async Task<IReadOnlyList<SubmissionDraftRow>> Of(string contact, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<SubmissionDraftRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(draft => draft.Contact == contact && draft.ExpiresAt > now).OrderByDescending(draft => draft.SavedAt).ToListAsync(cancel);
    }

    /// <summary>The draft, or null when it is not theirs, was sent, or is gone.</summary>
    public Task<SubmissionDraftRow?> Find(string contact, string id, CancellationToken cancel) =>
        db.Set<SubmissionDraftRow>().SingleOrDefaultAsync(draft => draft.Contact == contact && draft.Id == id, cancel);

    /// <summary>Saves what was changed in the draft. Nothing is checked: what does not stand yet is kept as typed.</summary>
    public async Task Save(SubmissionDraftRow draft, CancellationToken cancel)
    {
        draft.SavedAt = Instant.ToStored(clock.GetUtcNow());
        draft.ExpiresAt = draft.SavedAt + Kept;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Deletes a draft with its files.</summary>
    public async Task Delete(SubmissionDraftRow draft, CancellationToken cancel)
    {
        await uploads.Release(draft.Id, cancel);
        db.Remove(draft);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What the person said of themselves last time.</summary>
    private async Task<DraftApplicant> Known(string contact, CancellationToken cancel)
    {
        var last = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.SubmittedBy == contact).OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel);
        var (phone, email) = contact.Contains('@', StringComparison.Ordinal) ? ((string?)null, contact) : (contact, null);
        return last is null
            ? new DraftApplicant(ApplicantKind.Citizen, null, null, phone, email, null, null)
            : new DraftApplicant(last.ApplicantKind, last.ApplicantName, last.IdentityNumber, phone ?? last.Phone, email ?? last.Email, last.Address, last.Representative);
    }
}

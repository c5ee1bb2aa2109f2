using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>Open dossiers of the same person and procedure: pointed out at reception, allowed with a reason.</summary>
public sealed class Duplicates(OfficeDb db)
{
    private const int Most = 3;

    /// <summary>The open dossiers of this person and procedure, the latest first; none without an identity number.</summary>
    public async Task<IReadOnlyList<DossierRow>> Find(string? identityNumber, string procedureCode, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(identityNumber)
            ? []
            : await db.Set<DossierRow>().AsNoTracking()
                .Where(row => row.IdentityNumber == identityNumber.Trim() && row.ProcedureCode == procedureCode && row.FinishedAt == null && !row.IsConfidential)
                .OrderByDescending(row => row.ReceivedAt).Take(Most).ToListAsync(cancel);

    /// <summary>The reason to be recorded; null when there is no duplicate.</summary>
    /// <exception cref="RejectedException"><c>duplicate-open</c>, naming the open ones.</exception>
    internal async Task<string?> Check(Reception reception, DossierReceived received, CancellationToken cancel)
    {
        var open = (await Find(received.Applicant.IdentityNumber, received.ProcedureCode, cancel))
            .Where(row => row.InstanceId != reception.DossierId && row.InstanceId != reception.SupersedesId).ToList();
        if (open.Count == 0) return null;
        if (!string.IsNullOrWhiteSpace(reception.DuplicateReason)) return VietnameseText.Compose(reception.DuplicateReason.Trim());
        var codes = string.Join(", ", open.Select(row => row.Code));
        throw new RejectedException("duplicate-open", new Text(
            $"Người này đang có hồ sơ cùng thủ tục chưa kết thúc: {codes}. Mở hồ sơ đó, hoặc nhập lý do tiếp nhận thêm.",
            $"This person has an open dossier of the same procedure: {codes}. Open that one, or say why another is received."))
        { Field = nameof(Reception.DuplicateReason) };
    }
}

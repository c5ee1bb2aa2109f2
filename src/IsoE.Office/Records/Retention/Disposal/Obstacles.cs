using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>What forbids that the content of a dossier is destroyed. The same for the list, the proposal and the destruction itself.</summary>
internal static class Obstacles
{
    /// <returns>Null when there is none.</returns>
    public static Text? Find(KeptDossier kept)
    {
        var (dossier, holds) = (kept.Dossier, kept.Holds);
        if (dossier.ErasedAt is not null)
            return new Text($"Hồ sơ {dossier.Code} đã được hủy theo danh mục {dossier.ErasedByList}.", $"Dossier {dossier.Code} was destroyed by list {dossier.ErasedByList}.");
        if (holds.Count > 0)
            return new Text($"Hồ sơ {dossier.Code} đang bị giữ theo lệnh giữ số {holds[0].Number}: {holds[0].Ground}", $"Dossier {dossier.Code} is held by hold {holds[0].Number}: {holds[0].Ground}");
        if (dossier.FinishedAt is null || kept.IsRunning)
            return new Text($"Hồ sơ {dossier.Code} chưa kết thúc.", $"Dossier {dossier.Code} has not ended.");
        if (kept.HandOver is { } number)
            return new Text($"Hồ sơ {dossier.Code} đang nộp lưu đợt số {number}, lưu trữ chưa xác nhận.", $"Dossier {dossier.Code} is being handed over ({number}), and the archive has not acknowledged it.");
        return dossier.HeldOriginals().Count > 0
            ? new Text($"Hồ sơ {dossier.Code} còn bản chính phải trả lại cho người nộp.", $"Originals of dossier {dossier.Code} have to be given back first.")
            : null;
    }

    /// <summary>A rule obliges to keep it.</summary>
    public static Text Obliged(DossierRow dossier, DossierTerm term) => term is { IsPermanent: false, EndsOn: null }
        ? new Text($"Quy trình không nêu thời hạn lưu nào cho hồ sơ {dossier.Code}.", $"The procedure has no term for dossier {dossier.Code}.")
        : term.IsPermanent
        ? new Text($"Hồ sơ {dossier.Code} có hồ sơ phải lưu vĩnh viễn theo quy trình.", $"A record of dossier {dossier.Code} has to be kept for ever, as its procedure says.")
        : new Text(
            $"Hồ sơ {dossier.Code} phải lưu đến hết ngày {Wording.Date(term.EndsOn!.Value)} theo thời hạn của quy trình.",
            $"Dossier {dossier.Code} has to be kept until {Wording.Date(term.EndsOn.Value)}, as its procedure says.");
}

/// <summary>Dossiers that stand on a list which has not been carried out.</summary>
internal static class ListedElsewhere
{
    public static async Task<IReadOnlyDictionary<string, Text>> Of(OfficeDb db, IReadOnlyCollection<string> dossierIds, CancellationToken cancel)
    {
        var lines = await db.Set<DisposalLineRow>().AsNoTracking().Where(line => line.TakenOutReason == null && dossierIds.Contains(line.DossierId))
            .Join(
                db.Set<DisposalRow>().Where(list => list.Status == DisposalStatus.Proposed || list.Status == DisposalStatus.Approved),
                line => line.InstanceId, list => list.InstanceId, (line, list) => new { line.DossierId, list.Kind, list.Number })
            .ToListAsync(cancel);
        return lines.DistinctBy(line => line.DossierId).ToDictionary(line => line.DossierId, line => new Text(
            $"Đã có trong {Lower(DisposalWords.NameOf(line.Kind, line.Number).Vi)}.", $"Already on {Lower(DisposalWords.NameOf(line.Kind, line.Number).En)}."));
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

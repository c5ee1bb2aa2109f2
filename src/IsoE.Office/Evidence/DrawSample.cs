using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Evidence;

/// <summary>Which dossiers a sample is drawn from.</summary>
/// <param name="From">First day of receipt, <paramref name="To"/> the last.</param>
/// <param name="ProcedureCode">Only this procedure; null for all. <paramref name="UnitCode"/>: only what this unit had a step of.</param>
/// <param name="Seed">What decides the draw; published with it.</param>
public sealed record SampleWish(DateOnly From, DateOnly To, string? ProcedureCode, string? UnitCode, int Size, string Seed);

/// <summary>A sample with what is needed to draw it again.</summary>
/// <param name="Population">How many dossiers it was drawn from.</param>
public sealed record DrawnSample(SampleWish Wish, int Population, IReadOnlyList<DrawnDossier> Dossiers);

/// <param name="Rank">SHA-256 of seed, line feed and code, in hexadecimal: the least ones are drawn.</param>
public sealed record DrawnDossier(string Code, string ProcedureCode, DateTimeOffset ReceivedAt, DateTimeOffset? FinishedAt, string Rank);

/// <summary>Draws a sample of dossiers that anybody with the seed draws again, and nobody can steer (ISO 19011).</summary>
/// <remarks>
/// The dossiers are put in the order of SHA-256(seed, line feed, code); the first ones are taken. Any other program can
/// repeat that. Confidential dossiers are not drawn (SoD-10).
/// </remarks>
public sealed class DrawSample(OfficeDb db, SearchDossiers search)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>, <c>sample-size</c>, <c>sample-seed</c>, <c>sample-empty</c>.</exception>
    public async Task<DrawnSample> Run(Actor actor, SampleWish wish, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadQuality);
        if (wish.To < wish.From) throw Refused("period", "To", "Ngày cuối phải từ ngày đầu trở đi.", "The last day has to be the first or later.");
        if (wish.Size is < 1 or > ExportPack.MostDossiers) throw Refused("sample-size", "Size", $"Nhập số từ 1 đến {ExportPack.MostDossiers}.", $"Enter a number from 1 to {ExportPack.MostDossiers}.");
        if (wish.Seed.Length is 0 or > 100) throw Refused("sample-seed", "Seed", "Nhập số gieo, tối đa 100 ký tự.", "Enter a seed of at most 100 characters.");
        var (start, end) = VietnamTime.Between(wish.From, wish.To);
        var dossiers = search.Readable(actor, isInternal: false).Where(row => !row.IsConfidential && row.ReceivedAt >= start && row.ReceivedAt < end);
        if (wish.ProcedureCode is { } procedure) dossiers = dossiers.Where(row => row.ProcedureCode == procedure);
        if (wish.UnitCode is { } unit) dossiers = dossiers.Where(row => db.Set<TaskRow>().Any(task => task.InstanceId == row.InstanceId && task.UnitCode == unit));
        var all = await dossiers.Select(row => new { row.Code, row.ProcedureCode, row.ReceivedAt, row.FinishedAt }).ToListAsync(cancel);
        if (all.Count == 0) throw Refused("sample-empty", "To",
            "Trong khoảng thời gian này không có hồ sơ nào để rút mẫu. Hãy chọn khoảng thời gian khác.",
            "There are no dossiers in this period to draw from. Choose another period.");
        return new DrawnSample(wish, all.Count,
        [
            .. all.Select(row => new DrawnDossier(row.Code, row.ProcedureCode, row.ReceivedAt, row.FinishedAt, Rank(wish.Seed, row.Code)))
                .OrderBy(row => row.Rank, StringComparer.Ordinal).Take(wish.Size),
        ]);
    }

    internal static string Rank(string seed, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{code}")));

    private static RejectedException Refused(string code, string field, string vi, string en) => new(code, new Text(vi, en)) { Field = field };
}

using System.Text;
using IsoE.Office.Evidence;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Verifier;

namespace IsoE.Office.Tests.Evidence;

/// <summary>Seals and evidence packs of the ward, and whether everything still verifies.</summary>
internal static class Proofs
{
    /// <summary>Seals the agency an hour later.</summary>
    /// <returns>The seal as it is kept outside.</returns>
    public static async Task<byte[]> Seal(this DossierBed bed)
    {
        bed.Clock.Advance(TimeSpan.FromHours(1));
        var actor = await bed.As("auditor");
        var seal = await bed.Office.Get<SealHistory>().Run(actor, default);
        return Encoding.UTF8.GetBytes(OfficeJson.Write(await bed.Run<ReadSeals, SealFile>(read => read.File(actor, seal.Number, default))));
    }

    /// <summary>The evidence pack of dossiers, made a minute later.</summary>
    /// <param name="codes">Ids or codes.</param>
    public static async Task<byte[]> Export(this DossierBed bed, string[] codes, string by = "auditor")
    {
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
        var actor = await bed.As(by);
        using var bytes = new MemoryStream();
        await bed.Run<ExportPack>(export => export.Run(actor, codes, "vi", bytes, default));
        return bytes.ToArray();
    }

    /// <summary>Chains, seals and files verify.</summary>
    public static async Task AssertVerifies(this DossierBed bed)
    {
        Assert.That((await bed.Office.Get<HistoryVerification>().Run(default)).Broken, Is.Null);
        Assert.That((await bed.Office.Get<VerifySeals>().Run(DossierBed.Ward, null, files: true, default)).Finding, Is.Null);
    }

    /// <summary>The same, and a pack of the dossier stands before a seal that was kept outside.</summary>
    public static async Task AssertVerifies(this DossierBed bed, string code, byte[] outside)
    {
        await bed.AssertVerifies();
        Assert.That(Pack.Check(await bed.Export([code]), outside).Wrong.Select(wrong => wrong.En), Is.Empty);
    }
}

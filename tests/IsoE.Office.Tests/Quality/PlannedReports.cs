using IsoE.Office.Dossiers;
using IsoE.Office.Tests.Dossiers;

namespace IsoE.Office.Tests.Quality;

internal static class PlannedReports
{
    /// <summary>A nonconformity report whose cause is known and whose plan is to be made.</summary>
    /// <param name="head">Who heads the economy division.</param>
    public static async Task<DossierRow> CausedReport(this DossierBed bed, string head)
    {
        var report = await bed.OpenInternal();
        await bed.Complete(report.InstanceId, "register", "iso", "Registered", new { ncNumber = "01/2026", responsibleUnit = "economy", clauseConfirmed = "8.5.1" });
        await bed.Complete(report.InstanceId, "contain", head, "Contained", new { correction = "Đã sửa", correctedOn = "02/11/2026" });
        await bed.Complete(report.InstanceId, "analyse-cause", head, "Analysed", new { causeMethod = "other", rootCause = "Mẫu cũ", elsewhere = false });
        return report;
    }

    /// <summary>A nonconformity report whose plan of two actions, one of economy and one of culture, waits for its approval.</summary>
    /// <param name="head">Who heads the economy division.</param>
    public static async Task<DossierRow> PlannedReport(this DossierBed bed, string head)
    {
        var report = await bed.CausedReport(head);
        await bed.Complete(report.InstanceId, "plan-action", head, "Planned", new
        {
            action1 = "Sửa mẫu giấy",
            actionUnit1 = "economy",
            actionDueOn1 = "06/11/2026",
            action2 = "Tập huấn",
            actionUnit2 = "culture",
            actionDueOn2 = "15/11/2026",
            changesDocument = false,
            changesRisk = false,
        });
        return report;
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Figures;

/// <summary>Nonconformity reports closed in the period that were closed by their promised date.</summary>
internal sealed class NonconformitiesInTimeFigure(OfficeDb db) : IQualityFigure
{
    public string Id => "nonconformities-in-time";

    public async Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (start, end) = VietnamTime.Between(from, to);
        var closed = db.Set<DossierRow>().Where(row => row.ProcedureCode == QualityProcedures.Nonconformity && row.FinishedAt >= start && row.FinishedAt < end);
        return new FigureValue(await closed.CountAsync(row => row.FinishedAt <= row.PromisedAt, cancel), await closed.CountAsync(cancel));
    }
}

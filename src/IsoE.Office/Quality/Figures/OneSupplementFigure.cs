using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Figures;

/// <summary>Dossiers received in the period that were supplemented once at most .</summary>
internal sealed class OneSupplementFigure(OfficeDb db) : IQualityFigure
{
    public string Id => "one-supplement";

    public async Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (start, end) = VietnamTime.Between(from, to);
        var received = db.Set<DossierRow>().Where(row => !row.IsInternal && row.ReceivedAt >= start && row.ReceivedAt < end);
        return new FigureValue(await received.CountAsync(row => row.SupplementCount <= 1, cancel), await received.CountAsync(cancel));
    }
}

using IsoE.Office.Organisation;
using IsoE.Office.Quality.Figures;

namespace IsoE.Office.Reports;

/// <summary>Dossiers settled early or on time, as the compliance report counts them.</summary>
internal sealed class OnTimeFigure(ReadCompliance compliance) : IQualityFigure
{
    public string Id => "on-time";

    public async Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var total = (await compliance.Run(actor, new Period(from, to), null, null, cancel)).Total;
        return new FigureValue(total.Early + total.OnTime, total.Settled);
    }
}

/// <summary>Overdue dossiers with a letter of apology (Form 04), as the compliance report counts them.</summary>
internal sealed class ApologyFigure(ReadCompliance compliance) : IQualityFigure
{
    public string Id => "apology";

    public async Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var overdue = (await compliance.Run(actor, new Period(from, to), null, null, cancel)).Overdue;
        return new FigureValue(overdue.Count(dossier => dossier.Reason is not null), overdue.Count);
    }
}

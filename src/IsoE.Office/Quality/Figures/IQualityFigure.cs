using IsoE.Office.Organisation;

namespace IsoE.Office.Quality.Figures;

/// <summary>A figure that quality objectives are measured by, read from history.</summary>
public interface IQualityFigure
{
    /// <summary>As objectives name it, for example <c>on-time</c>.</summary>
    string Id { get; }

    /// <summary>Its value in the days from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>How many of how many.</summary>
public sealed record FigureValue(int Good, int All)
{
    /// <summary>0 to 1; null where there is nothing to measure.</summary>
    public double? Share => All == 0 ? null : (double)Good / All;
}

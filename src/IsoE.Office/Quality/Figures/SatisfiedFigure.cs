using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Figures;

/// <summary>Marks of 4 and 5 among all marks given in the period.</summary>
internal sealed class SatisfiedFigure(OfficeDb db) : IQualityFigure
{
    public string Id => "satisfied";

    public async Task<FigureValue> Read(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (start, end) = VietnamTime.Between(from, to);
        var rows = await db.Set<SurveyRow>().AsNoTracking().Where(row => !row.IsDeclined && row.AnsweredAt >= start && row.AnsweredAt < end)
            .Select(row => new { row.Access, row.Procedure, row.Staff, row.Result, row.Feedback }).ToListAsync(cancel);
        var marks = rows.SelectMany(row => new[] { row.Access, row.Procedure, row.Staff, row.Result, row.Feedback }).OfType<int>().ToList();
        return new FigureValue(marks.Count(mark => mark >= 4), marks.Count);
    }
}

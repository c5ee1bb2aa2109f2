using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality;

/// <summary>What people said of one procedure, unit or officer.</summary>
/// <param name="Key">Code of the procedure or unit, id of the officer; empty for all.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Means">The mean of each of the five questions, null for one nobody answered; null as a whole below the least number of answers.</param>
/// <param name="Satisfied">Share of marks of 4 and 5; null below the least number of answers.</param>
public sealed record SatisfactionLine(string Key, int Answers, IReadOnlyList<double?>? Means, double? Satisfied);

public sealed record SatisfactionReport(
    int Declined, SatisfactionLine All, IReadOnlyList<SatisfactionLine> ByProcedure, IReadOnlyList<SatisfactionLine> ByUnit, IReadOnlyList<SatisfactionLine> ByOfficer);

/// <summary>Reads what people said in a period. No figure of fewer answers than the agency has set is given.</summary>
public sealed class ReadSatisfaction(OfficeDb db, SetSurveyRules rules)
{
    /// <param name="from">First day, in the agency's zone.</param>
    /// <param name="to">Last day.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<SatisfactionReport> Run(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadRegisters);
        if (to < from) throw new RejectedException("period", new Text("Ngày cuối phải từ ngày đầu trở đi.", "The last day has to be the first or later.")) { Field = "To" };
        var (start, end) = VietnamTime.Between(from, to);
        var rows = await db.Set<SurveyRow>().AsNoTracking().Where(row => row.AnsweredAt >= start && row.AnsweredAt < end).ToListAsync(cancel);
        var answers = rows.Where(row => !row.IsDeclined).ToList();
        var least = (await rules.Of(actor.AgencyId, cancel)).LeastAnswers;
        return new SatisfactionReport(
            rows.Count - answers.Count,
            Line("", answers, least),
            By(answers, row => row.ProcedureCode, least),
            By(answers, row => row.UnitCode, least),
            By(answers, row => row.OfficerId, least));
    }

    private static List<SatisfactionLine> By(IEnumerable<SurveyRow> rows, Func<SurveyRow, string?> key, int least) =>
        [.. rows.Where(row => key(row) is not null).GroupBy(row => key(row)!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Line(group.Key, [.. group], least))];

    private static SatisfactionLine Line(string key, List<SurveyRow> rows, int least)
    {
        if (rows.Count < least) return new SatisfactionLine(key, rows.Count, null, null);
        Func<SurveyRow, int?>[] questions = [row => row.Access, row => row.Procedure, row => row.Staff, row => row.Result, row => row.Feedback];
        var marks = questions.SelectMany(question => rows.Select(question)).OfType<int>().ToList();
        return new SatisfactionLine(
            key, rows.Count, [.. questions.Select(question => rows.Average(question))], marks.Count(mark => mark >= 4) / (double)marks.Count);
    }
}

using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <param name="WorkingDays">Floor of limits in days; 0 leaves the share alone.</param>
/// <param name="Minutes">Floor of shorter limits, working minutes.</param>
/// <param name="Percent">Share of the term, 0 to 100.</param>
public sealed record NearlyDueForm(int WorkingDays, int Minutes, int Percent, SourceForm Source);

/// <summary>Sets when the agency calls a term nearly due. Terms that run keep the moment they were given.</summary>
public sealed class SetNearlyDue(CalendarEdit edit)
{
    private const int MostDays = 30;
    private const int MostMinutes = 480;

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>nearly-due-days</c>, <c>nearly-due-minutes</c>,
    /// <c>nearly-due-percent</c>, <c>calendar-source-missing</c>, <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, NearlyDueForm form, CancellationToken cancel) =>
        edit.Run(actor, draft => Set(draft, form), save: true, cancel);

    private static void Set(CalendarDraft draft, NearlyDueForm form)
    {
        Require(form.WorkingDays, MostDays, "nearly-due-days", nameof(form.WorkingDays));
        Require(form.Minutes, MostMinutes, "nearly-due-minutes", nameof(form.Minutes));
        Require(form.Percent, 100, "nearly-due-percent", nameof(form.Percent));
        var rule = new NearlyDueRule(form.WorkingDays, form.Minutes, form.Percent / 100m);
        foreach (var row in draft.Rows.Where(row => row.Kind == CalendarRowKind.NearlyDue).ToList()) draft.Remove(row);
        draft.Add(draft.Author.NearlyDue(rule, form.Source.Read()));
    }

    private static void Require(int value, int most, string code, string field)
    {
        if (value < 0 || value > most)
            throw new RejectedException(code, new Text($"Nhập số từ 0 đến {most}.", $"Enter a number from 0 to {most}.")) { Field = field };
    }
}

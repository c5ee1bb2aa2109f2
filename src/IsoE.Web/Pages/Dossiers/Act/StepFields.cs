using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows.Execution;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>The form of the procedure's step that an action of the dossier completes at the same time.</summary>
public static class StepFields
{
    /// <param name="which">The step the procedure waits at.</param>
    /// <param name="known">Fields the action fills in by itself.</param>
    public static TypedForm Of(
        DossierView view, Func<UserTask, bool> which, IReadOnlyDictionary<string, string?> typed, DateTimeOffset now, params string[] known)
    {
        var step = view.Waits.Values.OfType<UserTask>().FirstOrDefault(which);
        var form = step?.Form is { } id ? view.Procedure.Procedure.FindTaskForm(id) : null;
        var outcome = step?.Outcomes[0];
        var fields = (form?.Fields ?? [])
            .Where(field => !known.Contains(field.Id) && (field.Outcomes.Count == 0 || field.Outcomes.Contains(outcome!)))
            .Select(field => field with { Outcomes = [] }).ToList();
        var answers = FormAnswers.ForTask(view.Dossier.CaseId, view.Dossier.ReadForm(), outcome, Shown.Day(now));
        return new TypedForm(fields, typed, answers) { Version = view.Procedure };
    }
}

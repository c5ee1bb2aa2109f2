using System.Text.Json;

namespace IsoE.Office.Procedures;

/// <summary>What conditions of the ISO text can see.</summary>
/// <param name="Case">Id of the procedure's case: <c>getInput('case')</c>.</param>
/// <param name="Form">The dossier form: <c>getInput('form')</c>.</param>
/// <param name="Own">The form being filled in: <c>variables.x</c>. For the dossier form itself the same as <paramref name="Form"/>.</param>
/// <param name="IsTask">The form being filled in is a task form, not the dossier form.</param>
/// <param name="Today">Today in the agency's zone, for dates that must lie in the past or future.</param>
/// <param name="Outcome">The outcome a task is being completed with; null while none is chosen: fields of every outcome are shown.</param>
/// <param name="Channel">How the dossier comes in: <c>getInput('dossier').channel</c> is <c>direct</c>, <c>online</c> or <c>post</c>; null where it plays no part.</param>
public sealed record FormAnswers(
    string Case, JsonElement Form, JsonElement Own, bool IsTask, string? Outcome, DateOnly Today, Channel? Channel = null)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    /// <summary>To check the dossier form itself.</summary>
    public static FormAnswers ForDossier(string caseId, DateOnly today) => new(caseId, Nothing, Nothing, false, null, today);

    /// <summary>To judge components and fees by a dossier form already checked.</summary>
    public static FormAnswers OfDossier(string caseId, JsonElement form, DateOnly today, Channel? channel = null) =>
        new(caseId, form, form, false, null, today, channel);

    /// <summary>To check a task form of a dossier whose own form is <paramref name="dossierForm"/>.</summary>
    public static FormAnswers ForTask(string caseId, JsonElement dossierForm, string? outcome, DateOnly today) =>
        new(caseId, dossierForm, Nothing, true, outcome, today);
}

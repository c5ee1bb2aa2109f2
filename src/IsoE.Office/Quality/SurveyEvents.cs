using IsoE.Office.Instances;

namespace IsoE.Office.Quality;

/// <summary>Marks from 1 (very dissatisfied) to 5 (very satisfied) by the five groups of QT-07; null for a question left out.</summary>
/// <param name="Access">Finding and reaching the service.</param>
/// <param name="Procedure">Papers, steps and time.</param>
/// <param name="Staff">How people were treated.</param>
/// <param name="Result">What came out.</param>
/// <param name="Feedback">How feedback was taken.</param>
public sealed record Marks(int? Access, int? Procedure, int? Staff, int? Result, int? Feedback)
{
    public IEnumerable<int> Given => new[] { Access, Procedure, Staff, Result, Feedback }.OfType<int>();
}

/// <param name="LowAt">The mark at and below which the agency followed an answer up at that time.</param>
public sealed record SurveyAnswered(
    string DossierId, string ProcedureCode, string? UnitCode, string? OfficerId, Marks Marks, string? Comment, int LowAt) : OfficeEvent;

/// <summary>The applicant does not want to be asked.</summary>
public sealed record SurveyDeclined(string DossierId, string ProcedureCode, string? UnitCode, string? OfficerId) : OfficeEvent;

using IsoE.Office.Instances;

namespace IsoE.Office.Quality;

/// <summary>Keeps the row of a survey and has a low mark followed up.</summary>
internal sealed class SurveyProjection : IProjection
{
    /// <summary>Outbox topic: a mark was low.</summary>
    public const string LowTopic = "survey-low";

    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case SurveyAnswered e:
                step.Insert(Row(step, e.DossierId, e.ProcedureCode, e.UnitCode, e.OfficerId, e.Marks, e.Comment));
                if (e.Marks.Given.Any(mark => mark <= e.LowAt)) step.Enqueue(LowTopic, step.InstanceId, "{}");
                break;
            case SurveyDeclined e:
                step.Insert(Row(step, e.DossierId, e.ProcedureCode, e.UnitCode, e.OfficerId, marks: null, comment: null));
                break;
        }
    }

    /// <param name="marks">Null where the applicant did not want to give any.</param>
    private static SurveyRow Row(
        Step step, string dossierId, string procedureCode, string? unitCode, string? officerId, Marks? marks, string? comment) => new()
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            DossierId = dossierId,
            ProcedureCode = procedureCode,
            UnitCode = unitCode,
            OfficerId = officerId,
            IsDeclined = marks is null,
            Access = marks?.Access,
            Procedure = marks?.Procedure,
            Staff = marks?.Staff,
            Result = marks?.Result,
            Feedback = marks?.Feedback,
            Comment = comment,
            AnsweredAt = step.Now,
        };
}

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
                step.Insert(Row(step, e));
                if (e.Marks.Given.Any(mark => mark <= e.LowAt)) step.Enqueue(LowTopic, step.InstanceId, "{}");
                break;
            case SurveyDeclined e:
                step.Insert(new SurveyRow
                {
                    AgencyId = step.AgencyId,
                    InstanceId = step.InstanceId,
                    DossierId = e.DossierId,
                    ProcedureCode = e.ProcedureCode,
                    UnitCode = e.UnitCode,
                    OfficerId = e.OfficerId,
                    IsDeclined = true,
                    AnsweredAt = step.Now,
                });
                break;
        }
    }

    private static SurveyRow Row(Step step, SurveyAnswered e) => new()
    {
        AgencyId = step.AgencyId,
        InstanceId = step.InstanceId,
        DossierId = e.DossierId,
        ProcedureCode = e.ProcedureCode,
        UnitCode = e.UnitCode,
        OfficerId = e.OfficerId,
        IsDeclined = false,
        Access = e.Marks.Access,
        Procedure = e.Marks.Procedure,
        Staff = e.Marks.Staff,
        Result = e.Marks.Result,
        Feedback = e.Marks.Feedback,
        Comment = e.Comment,
        AnsweredAt = step.Now,
    };
}

using IsoE.Office.Instances;

namespace IsoE.Office.Quality.Registers;

/// <summary>Keeps the rows of the quality registers as their history tells.</summary>
internal sealed class RegisterProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case EntryRecorded e: Record(step, e, recorded.At); break;
            case EntryReviewed e:
                Change(step, row => (row.ReviewedAt, row.ReviewOn) = (recorded.At, e.ReviewOn));
                break;
            case EntryClosed e:
                Change(step, row => (row.ClosedAt, row.ClosedReason, row.ReviewOn) = (recorded.At, e.Reason, null));
                break;
        }
    }

    private static void Record(Step step, EntryRecorded e, DateTimeOffset at)
    {
        if (step.Find<RegisterEntryRow>() is null)
            step.Insert(new RegisterEntryRow
            {
                AgencyId = step.AgencyId,
                InstanceId = step.InstanceId,
                Register = e.Register,
                Title = e.Title,
                Answers = e.Values.GetRawText(),
                RecordedAt = at,
                ChangedAt = at,
                ChangedByName = e.By,
                ReviewOn = e.ReviewOn,
            });
        else
            Change(step, row => (row.Title, row.Answers, row.ChangedAt, row.ChangedByName, row.ReviewOn) = (e.Title, e.Values.GetRawText(), at, e.By, e.ReviewOn));
    }

    private static void Change(Step step, Action<RegisterEntryRow> change)
    {
        var row = step.Find<RegisterEntryRow>()!;
        change(row);
        step.Update(row);
    }
}

using IsoE.Office.Instances;

namespace IsoE.Office.Queue.Appointments;

/// <summary>Keeps the rows of appointments as the events of their slot tell.</summary>
internal sealed class AppointmentProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case AppointmentBooked e: step.Insert(Begin(step, e)); break;
            case AppointmentCancelled e: Change(step, e.AppointmentId, row => row.Status = AppointmentState.Cancelled); break;
            case AppointmentKept e: Change(step, e.AppointmentId, row => (row.Status, row.TicketId) = (AppointmentState.Arrived, e.TicketId)); break;
        }
    }

    private static AppointmentRow Begin(Step step, AppointmentBooked e) => new()
    {
        AgencyId = step.AgencyId,
        Id = e.AppointmentId,
        InstanceId = step.InstanceId,
        Code = e.Code,
        FieldCode = e.Field,
        StartsAt = e.StartsAt,
        Name = e.Name,
        Phone = e.Phone,
        Secret = e.Secret,
        Status = AppointmentState.Booked,
    };

    private static void Change(Step step, string id, Action<AppointmentRow> change)
    {
        var row = step.All<AppointmentRow>().Single(each => each.Id == id);
        change(row);
        step.Update(row);
    }
}

using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Queue.Appointments;

/// <summary>Gives a booked time back, so that somebody else can have it.</summary>
public sealed class CancelAppointment(InstanceRunner instances, FindAppointment find)
{
    /// <param name="secret">Secret part of its address.</param>
    /// <exception cref="RejectedException"><c>appointment-unknown</c>, <c>appointment-over</c> when the number has been given already.</exception>
    public async Task Run(string secret, CancellationToken cancel)
    {
        var row = await find.Run(secret, cancel) ?? throw ArriveWithAppointment.Unknown();
        await instances.Run(
            new StepRequest(row.AgencyId, row.InstanceId, $"cancel-{row.Id}", Actor.ApplicantId) { Also = [typeof(AppointmentRow)] },
            step =>
            {
                if (step.All<AppointmentRow>().Single(each => each.Id == row.Id).Status is AppointmentState.Arrived) throw Over();
                step.Record(new AppointmentCancelled(row.Id));
            },
            cancel);
    }

    private static RejectedException Over() => new("appointment-over", new Text(
        "Lịch hẹn này đã lấy số, không hủy được nữa.", "A number has been taken for this appointment; it cannot be cancelled."));
}

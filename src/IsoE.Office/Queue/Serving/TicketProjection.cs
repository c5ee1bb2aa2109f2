using IsoE.Office.Instances;

namespace IsoE.Office.Queue.Serving;

/// <summary>Keeps the rows of the numbers as the events of their day tell.</summary>
internal sealed class TicketProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case TicketTaken e: step.Insert(Begin(step, e)); break;
            case TicketCalled e: Change(step, e.TicketId, row => Call(row, e, recorded.At)); break;
            case TicketRecalled e: Change(step, e.TicketId, row => (row.CalledAt, row.Calls) = (recorded.At, row.Calls + 1)); break;
            case TicketPassed e: Change(step, e.TicketId, row => Become(row, TicketState.Passed, recorded.At)); break;
            case TicketTransferred e: Change(step, e.TicketId, row => Transfer(row, e, recorded.At)); break;
            case TicketFinished e: Change(step, e.TicketId, row => Finish(row, recorded.At)); break;
            case TicketLinked e:
                step.Insert(new TicketDossierRow { AgencyId = step.AgencyId, TicketId = e.TicketId, DossierId = e.DossierId, InstanceId = step.InstanceId });
                break;
        }
    }

    private static TicketRow Begin(Step step, TicketTaken e) => new()
    {
        AgencyId = step.AgencyId,
        Id = e.TicketId,
        InstanceId = step.InstanceId,
        TakenOn = e.On,
        Number = e.Number,
        FieldCode = e.Field,
        Priority = e.Priority,
        AppointmentId = e.AppointmentId,
        Secret = e.Secret,
        TakenAt = step.Now,
        CountsFrom = e.CountsFrom,
        Status = TicketState.Waiting,
        Since = step.Now,
    };

    private static void Call(TicketRow row, TicketCalled e, DateTimeOffset at)
    {
        if (row.Status is TicketState.Waiting) row.WaitedSeconds += Seconds(row, at);
        Become(row, TicketState.Called, at);
        (row.Counter, row.CalledByName, row.CalledAt, row.Calls) = (e.Counter, e.By, at, row.Calls + 1);
    }

    private static void Transfer(TicketRow row, TicketTransferred e, DateTimeOffset at)
    {
        row.ServedSeconds += Seconds(row, at);
        row.FieldCode = e.ToField;
        Become(row, TicketState.Waiting, at);
    }

    private static void Finish(TicketRow row, DateTimeOffset at)
    {
        row.ServedSeconds += Seconds(row, at);
        row.FinishedAt = at;
        Become(row, TicketState.Finished, at);
    }

    private static void Become(TicketRow row, TicketState status, DateTimeOffset at) => (row.Status, row.Since) = (status, at);

    private static int Seconds(TicketRow row, DateTimeOffset at) => (int)(at - row.Since).TotalSeconds;

    private static void Change(Step step, string ticketId, Action<TicketRow> change)
    {
        var row = step.All<TicketRow>().Single(each => each.Id == ticketId);
        change(row);
        step.Update(row);
    }
}

using IsoE.Office.Instances;

namespace IsoE.Office.Cashiers;

/// <summary>Writes the row of a day that was closed.</summary>
internal sealed class CashDayProjection : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is not CashDayClosed e) return;
        step.Insert(new CashDayRow
        {
            AgencyId = step.AgencyId,
            InstanceId = step.InstanceId,
            CashierId = e.CashierId,
            DayOn = e.On,
            Lines = e.Lines,
            CashExpected = e.CashExpected,
            CashCounted = e.CashCounted,
            Transfers = e.Transfers,
            Statutory = e.Statutory,
            Service = e.Service,
            Explanation = e.Explanation,
            ClosedAt = recorded.At,
        });
    }
}

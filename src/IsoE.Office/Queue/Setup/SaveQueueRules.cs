using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <inheritdoc cref="QueueRules"/>
public sealed record QueueRulesForm(int PriorityMinutes, int SlotMinutes, int SlotCapacity, int DaysAhead, int ArrivalMinutes);

/// <summary>Changes how the agency runs its queue and its appointments.</summary>
public sealed class SaveQueueRules(OfficeDb db, OrganisationLog log)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>queue-rule</c> naming the field and its bounds, <c>busy</c>.</exception>
    public async Task Run(Actor actor, QueueRulesForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        Within(form.PriorityMinutes, 0, 120, nameof(form.PriorityMinutes));
        Within(form.SlotMinutes, 10, 120, nameof(form.SlotMinutes));
        Within(form.SlotCapacity, 0, 50, nameof(form.SlotCapacity));
        Within(form.DaysAhead, 1, 60, nameof(form.DaysAhead));
        Within(form.ArrivalMinutes, 5, 120, nameof(form.ArrivalMinutes));
        var rules = await db.Set<QueueRules>().SingleOrDefaultAsync(cancel) ?? db.Add(new QueueRules { AgencyId = actor.AgencyId }).Entity;
        (rules.PriorityMinutes, rules.SlotMinutes, rules.SlotCapacity) = (form.PriorityMinutes, form.SlotMinutes, form.SlotCapacity);
        (rules.DaysAhead, rules.ArrivalMinutes) = (form.DaysAhead, form.ArrivalMinutes);
        await log.Save(actor, cancel);
    }

    private static void Within(int value, int least, int most, string field)
    {
        if (value < least || value > most)
            throw new RejectedException("queue-rule", new Text($"Nhập số từ {least} đến {most}.", $"Enter a number from {least} to {most}.")) { Field = field };
    }
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>What an agency has said of one trigger; without a row the trigger is as its file says.</summary>
public sealed class TriggerSwitch : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string TriggerId { get; init; }
    public required bool IsOn { get; set; }

    string ILogged.Subject => TriggerId;

    string ILogged.Called => NonconformityTriggers.Find(TriggerId)?.Name.Vi ?? TriggerId;
}

internal sealed class TriggerSwitchTable : IEntityTypeConfiguration<TriggerSwitch>
{
    public void Configure(EntityTypeBuilder<TriggerSwitch> builder) => builder.HasKey(row => new { row.AgencyId, row.TriggerId });
}

/// <summary>Reads and changes which triggers open nonconformity reports at an agency.</summary>
public sealed class SwitchTriggers(OfficeDb db, OrganisationLog log)
{
    /// <summary>The ids of the triggers that are on.</summary>
    public async Task<IReadOnlySet<string>> On(CancellationToken cancel)
    {
        var said = await db.Set<TriggerSwitch>().AsNoTracking().ToDictionaryAsync(row => row.TriggerId, row => row.IsOn, cancel);
        return NonconformityTriggers.All.Where(trigger => said.TryGetValue(trigger.Id, out var on) ? on : trigger.IsOn).Select(trigger => trigger.Id).ToHashSet();
    }

    /// <param name="on">The triggers to be on; all others are off.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>busy</c>.</exception>
    public async Task Run(Actor actor, IReadOnlyCollection<string> on, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ManageQuality);
        Permit.RefuseAdministrators(actor);
        var rows = await db.Set<TriggerSwitch>().ToDictionaryAsync(row => row.TriggerId, cancel);
        foreach (var trigger in NonconformityTriggers.All)
        {
            var wanted = on.Contains(trigger.Id);
            if (rows.TryGetValue(trigger.Id, out var row)) row.IsOn = wanted;
            else if (wanted != trigger.IsOn) db.Add(new TriggerSwitch { AgencyId = actor.AgencyId, TriggerId = trigger.Id, IsOn = wanted });
        }
        await log.Save(actor, cancel);
    }
}

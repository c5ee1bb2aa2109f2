using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Setup;

/// <summary>How an agency runs its queue and its appointments. An agency that has set nothing has the values below.</summary>
public sealed class QueueRules : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }

    /// <summary>By how many minutes priority groups and appointments count as having waited longer.</summary>
    public int PriorityMinutes { get; set; } = 20;

    /// <summary>Length of an appointment.</summary>
    public int SlotMinutes { get; set; } = 30;

    /// <summary>Appointments of one field at one time; none: no appointments.</summary>
    public int SlotCapacity { get; set; } = 2;

    /// <summary>How many days ahead appointments are made.</summary>
    public int DaysAhead { get; set; } = 14;

    /// <summary>How many minutes before and after its time an appointment gets its number.</summary>
    public int ArrivalMinutes { get; set; } = 30;

    string ILogged.Subject => "queue";

    string ILogged.Called => "Quy tắc lấy số";
}

internal sealed class QueueRulesTable : IEntityTypeConfiguration<QueueRules>
{
    public void Configure(EntityTypeBuilder<QueueRules> builder) => builder.HasKey(rules => rules.AgencyId);
}

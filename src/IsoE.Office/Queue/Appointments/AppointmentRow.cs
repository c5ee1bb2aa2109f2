using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Appointments;

public enum AppointmentState
{
    Booked,
    Cancelled,

    /// <summary>The person came and has a number.</summary>
    Arrived,
}

/// <summary>A time somebody has booked: the fold of the events of its slot.</summary>
public sealed class AppointmentRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }

    /// <summary>The slot: one field at one time. Its appointments are decided on together.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Six letters and digits, typed or scanned at a ticket machine.</summary>
    public required string Code { get; init; }
    public required string FieldCode { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Name { get; set; }
    public required string Phone { get; set; }

    /// <summary>Secret part of the address under which it is looked at and cancelled.</summary>
    public required string Secret { get; init; }
    public required AppointmentState Status { get; set; }

    /// <summary>The number given at arrival; null before.</summary>
    public string? TicketId { get; set; }
}

internal sealed class AppointmentTable : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.HasIndex(row => new { row.AgencyId, row.Code }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.InstanceId });
        builder.HasIndex(row => new { row.AgencyId, row.FieldCode, row.StartsAt });
        builder.HasIndex(row => new { row.AgencyId, row.TicketId });
        builder.HasIndex(row => row.Secret).IsUnique();
    }
}

using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Queue.Serving;

/// <summary>Where a number stands.</summary>
public enum TicketState
{
    Waiting,

    /// <summary>Called to a counter, and served there.</summary>
    Called,

    /// <summary>Did not come when called, or has something to do first: called again by hand when back.</summary>
    Passed,

    Finished,
}

/// <summary>One number of one day's queue: the fold of its events.</summary>
public sealed class TicketRow : IInstanceRow
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }

    /// <summary>The day's queue, see <see cref="QueueDay"/>.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The day in the agency's zone.</summary>
    public required DateOnly TakenOn { get; init; }

    /// <summary>Prefix letter and three digits, for example <c>A012</c>; kept when the person is sent to another field.</summary>
    public required string Number { get; init; }

    /// <summary>The field it waits for now.</summary>
    public required string FieldCode { get; set; }

    /// <summary>Code of the priority group; null for none.</summary>
    public string? Priority { get; init; }
    public string? AppointmentId { get; init; }

    /// <summary>Secret part of the address under which the person follows the queue.</summary>
    public required string Secret { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The moment from which it counts as waiting, see <see cref="QueueOrder"/>.</summary>
    public required DateTimeOffset CountsFrom { get; init; }
    public required TicketState Status { get; set; }

    /// <summary>Since when it stands as it stands.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>The counter that called it last.</summary>
    public int? Counter { get; set; }
    public string? CalledByName { get; set; }
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>How often it has been called.</summary>
    public int Calls { get; set; }

    /// <summary>Whole seconds waited in all, without the time the person stayed away.</summary>
    public int WaitedSeconds { get; set; }

    /// <summary>Whole seconds served in all.</summary>
    public int ServedSeconds { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class TicketTable : IEntityTypeConfiguration<TicketRow>
{
    public void Configure(EntityTypeBuilder<TicketRow> builder)
    {
        builder.HasKey(ticket => new { ticket.AgencyId, ticket.Id });
        builder.HasIndex(ticket => new { ticket.AgencyId, ticket.TakenOn, ticket.Number }).IsUnique();
        builder.HasIndex(ticket => new { ticket.AgencyId, ticket.InstanceId, ticket.Status });
        builder.HasIndex(ticket => ticket.Secret).IsUnique();
    }
}

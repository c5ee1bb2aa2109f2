using IsoE.Office.Instances;

namespace IsoE.Office.Queue.Serving;

/// <summary>Somebody took a number.</summary>
/// <param name="CountsFrom">UTC; see <see cref="QueueOrder"/>.</param>
public sealed record TicketTaken(
    string TicketId, string Number, DateOnly On, string Field, string? Priority, string? AppointmentId, string Secret, DateTimeOffset CountsFrom) : OfficeEvent;

/// <summary>A counter called a number, for the first time or after the person had been passed.</summary>
public sealed record TicketCalled(string TicketId, string Number, int Counter, string By) : OfficeEvent;

/// <summary>The counter called the number at it once more.</summary>
public sealed record TicketRecalled(string TicketId, string Number, int Counter) : OfficeEvent;

/// <summary>The person did not come, or comes back later.</summary>
public sealed record TicketPassed(string TicketId, string Number, int Counter) : OfficeEvent;

/// <summary>The person waits for another field now, under the same number and with the place the waiting so far gives.</summary>
public sealed record TicketTransferred(string TicketId, string Number, string FromField, string ToField) : OfficeEvent;

public sealed record TicketFinished(string TicketId, string Number, int Counter) : OfficeEvent;

/// <summary>A dossier was received from the person with the number.</summary>
public sealed record TicketLinked(string TicketId, string DossierId) : OfficeEvent;

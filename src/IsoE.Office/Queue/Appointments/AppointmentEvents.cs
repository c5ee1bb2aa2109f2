using IsoE.Office.Instances;

namespace IsoE.Office.Queue.Appointments;

/// <param name="StartsAt">UTC.</param>
public sealed record AppointmentBooked(
    string AppointmentId, string Code, string Field, DateTimeOffset StartsAt, string Name, string Phone, string Secret) : OfficeEvent;

public sealed record AppointmentCancelled(string AppointmentId) : OfficeEvent;

/// <summary>The person came and has a number.</summary>
public sealed record AppointmentKept(string AppointmentId, string TicketId) : OfficeEvent;

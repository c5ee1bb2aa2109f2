using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>The appointment behind an address, across agencies.</summary>
public sealed class FindAppointment(OfficeDb db)
{
    public Task<AppointmentRow?> Run(string secret, CancellationToken cancel) => db.Set<AppointmentRow>()
        .IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking().SingleOrDefaultAsync(row => row.Secret == secret, cancel);
}

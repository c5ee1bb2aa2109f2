using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>A dossier as its applicant's list shows it.</summary>
public sealed record OwnDossier(DossierRow Dossier, Text Procedure, Text Agency);

/// <summary>What somebody has handed in online, at all agencies.</summary>
public sealed class ListOwnDossiers(OfficeDb db, ProcedureLibraries libraries)
{
    private const int Most = 200;

    /// <summary>The last first.</summary>
    public async Task<IReadOnlyList<OwnDossier>> Run(string contact, CancellationToken cancel)
    {
        var rows = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.SubmittedBy == contact)
            .OrderByDescending(row => row.ReceivedAt).Take(Most).ToListAsync(cancel);
        var names = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancel);
        return [.. rows.Select(row => new OwnDossier(row, libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name, names[row.AgencyId]))];
    }
}

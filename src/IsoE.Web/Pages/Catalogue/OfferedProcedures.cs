using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Catalogue;

/// <summary>What the public can apply for today: the procedures in force of every agency that settles them.</summary>
public sealed class OfferedProcedures(OfficeDb db, ProcedureLibraries libraries, TimeProvider clock)
{
    /// <summary>The agencies of today, by name.</summary>
    public async Task<IReadOnlyList<Agency>> Agencies(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        return await db.Set<Agency>().AsNoTracking()
            .Where(agency => agency.FromOn <= today && (agency.ToOn == null || agency.ToOn >= today))
            .OrderBy(agency => agency.NameVi).ToListAsync(cancel);
    }

    /// <summary>What the agency offers, by field and name.</summary>
    public IEnumerable<OfferedProcedure> Of(Agency agency) => libraries.Of(agency.Id).InForce(Shown.Day(clock.GetUtcNow()))
        .Where(version => !version.Procedure.IsInternal)
        .Select(version => new OfferedProcedure(agency, version))
        .OrderBy(offered => offered.Procedure.Field.Vi, StringComparer.Ordinal).ThenBy(offered => offered.Procedure.Name.Vi, StringComparer.Ordinal);

    /// <summary>The procedure at the agency; null when it is not offered there today.</summary>
    public async Task<OfferedProcedure?> Find(string agencyId, string code, CancellationToken cancel) =>
        (await Agencies(cancel)).FirstOrDefault(agency => agency.Id == agencyId) is { } agency
            ? Of(agency).FirstOrDefault(offered => offered.Version.Code == code)
            : null;
}

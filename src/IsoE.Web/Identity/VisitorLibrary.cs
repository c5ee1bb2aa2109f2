using IsoE.Office.Procedures;
using IsoE.Web.Hosting;

namespace IsoE.Web.Identity;

/// <summary>The procedures a visitor is shown: those of their agency, the public those of the agency whose pages these are.</summary>
public sealed class VisitorLibrary(Visitor visitor, ProcedureLibraries libraries, Site site)
{
    public ProcedureLibrary Library => (visitor.Agency?.Id ?? site.AgencyId) is { } agency ? libraries.Of(agency) : libraries.Shipped;
}

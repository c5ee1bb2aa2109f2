using System.Text.RegularExpressions;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>The agencies that a field of a form can name: others than the own one that settle what is handed to them.</summary>
public sealed class PartnerAgencies(OfficeDb db, CurrentAgency own, ProcedureLibrary procedures, TimeProvider clock)
{
    /// <summary>By name. What is handed over are the sub-procedures whose agency is read from the field.</summary>
    public async Task<IReadOnlyList<Agency>> Of(ProcedureVersion version, string field, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var handed = version.Definition.Activities.Values
            .Where(activity => activity.Type.TypeName == StepAnswer.OtherProcedure && Reads(activity, field))
            .Select(activity => procedures.FindInForce(activity.LiteralText("procedure") ?? "", today)?.Procedure).OfType<Procedure>().ToList();
        var others = await db.Set<Agency>().AsNoTracking()
            .Where(agency => agency.Id != own.Id && agency.FromOn <= today && (agency.ToOn == null || agency.ToOn >= today))
            .OrderBy(agency => agency.NameVi).ToListAsync(cancel);
        return handed.Count == 0 ? others
            : [.. others.Where(agency => handed.Exists(procedure => procedure.IsExecutedBy(new Executor(agency.Level, agency.Kind))))];
    }

    private static bool Reads(Activity activity, string field) =>
        activity.Inputs.TryGetValue("agency", out var agency) && agency.JavaScript is { } expression
        && Regex.IsMatch(expression.Source, $@"\b{Regex.Escape(field)}\b", RegexOptions.CultureInvariant);
}

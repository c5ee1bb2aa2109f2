using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Audits;

/// <summary>An internal audit (QT-03) as its page shows it.</summary>
/// <param name="Said">What was entered in its steps, by field.</param>
/// <param name="Units">What is audited, in the order of the plan; empty before it is planned.</param>
/// <param name="Findings">The nonconformity reports that name it.</param>
/// <param name="Evidence">What auditors picked from history.</param>
public sealed record Audit(
    DossierView View, IReadOnlyDictionary<string, string> Said, IReadOnlyList<AuditedUnit> Units, IReadOnlyList<NonconformityLine> Findings, IReadOnlyList<EvidenceRow> Evidence);

/// <summary>A unit of an audit with its checklist.</summary>
/// <param name="Scope">What is looked at there, as the plan says.</param>
/// <param name="Independent">Auditors who do not belong to it, and so may audit it (SoD-6).</param>
/// <param name="Barred">Auditors who belong to it.</param>
public sealed record AuditedUnit(string Code, Text Name, string Scope, IReadOnlyList<string> Independent, IReadOnlyList<string> Barred, IReadOnlyList<ChecklistLine> Checklist);

/// <param name="Ground">Clause or step the question comes from.</param>
public sealed record ChecklistLine(Text Ground, Text Question);

/// <summary>Reads an internal audit: plan, independence of the team, checklists made from clauses and procedures, findings.</summary>
public sealed class ReadAudit(OfficeDb db, FindDossier dossiers, SearchDossiers search, ReadNonconformities nonconformities, MakeChecklist checklists, TimeProvider clock)
{
    /// <summary>Units a plan can name, see the form of the procedure.</summary>
    private const int MostUnits = 4;

    /// <summary>The audits that the person may read, the latest first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DossierRow>> List(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        return await search.Readable(actor, isInternal: true).Where(row => row.ProcedureCode == QualityProcedures.Audit).OrderByDescending(row => row.ReceivedAt).ToListAsync(cancel);
    }

    /// <summary>The audit with this code; null when there is none.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<Audit?> Run(Actor actor, string code, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadQuality);
        if (await dossiers.Run(actor, code, cancel) is not { } view || view.Dossier.ProcedureCode != QualityProcedures.Audit) return null;
        var said = await Said(view.Dossier.InstanceId, cancel);
        var about = SearchText.Of(view.Dossier.Code);
        var findings = await search.Readable(actor, isInternal: true)
            .Where(row => row.ProcedureCode == QualityProcedures.Nonconformity && row.SearchText.Contains(about)).OrderBy(row => row.Code).ToListAsync(cancel);
        return new Audit(
            view, said, await Units(said, cancel), await nonconformities.Lines(findings, cancel), await nonconformities.EvidenceOf(view.Dossier.InstanceId, cancel));
    }

    private async Task<Dictionary<string, string>> Said(string instanceId, CancellationToken cancel)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = await db.History.AsNoTracking().Where(row => row.InstanceId == instanceId && row.Type == nameof(ActivityResumed) && row.DataNonce != null).OrderBy(row => row.Sequence).Select(row => row.Data).ToListAsync(cancel);
        foreach (var answer in rows.Select(data => (ActivityResumed)WorkflowEventJson.Read(nameof(ActivityResumed), data)).Where(answer => answer.Output.ValueKind == JsonValueKind.Object))
            foreach (var value in answer.Output.EnumerateObject().Where(value => value.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)) said[value.Name] = Values.ToText(value.Value);
        return said;
    }

    private async Task<List<AuditedUnit>> Units(Dictionary<string, string> said, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var names = await db.Set<Unit>().On(today, cancel);
        var auditors = await Auditors(today, cancel);
        var people = await checklists.RolesByUnit(today, cancel);
        var units = new List<AuditedUnit>();
        for (var i = 1; i <= MostUnits; i++)
        {
            if (!said.TryGetValue($"unit{i}", out var code)) continue;
            var scope = said.GetValueOrDefault($"scope{i}", "");
            units.Add(new AuditedUnit(
                code, names.TryGetValue(code, out var unit) ? unit.Name : new Text(code, code), scope,
                [.. auditors.Where(auditor => !auditor.Units.Contains(code)).Select(auditor => auditor.Name)],
                [.. auditors.Where(auditor => auditor.Units.Contains(code)).Select(auditor => auditor.Name)],
                [.. checklists.Of(code, scope, people, today)]));
        }
        return units;
    }

    private async Task<List<(string Name, IReadOnlyList<string> Units)>> Auditors(DateOnly today, CancellationToken cancel)
    {
        var roles = db.Set<PersonRole>().Where(role => role.Role == Roles.InternalAuditor && role.FromOn <= today && (role.ToOn == null || role.ToOn >= today)).Select(role => role.PersonId);
        var people = await db.Set<Person>().AsNoTracking().Where(person => roles.Contains(person.Id)).OrderBy(person => person.FullName).ToListAsync(cancel);
        var tree = await UnitTree.Load(db, people.FirstOrDefault()?.AgencyId ?? "", today, cancel);
        return [.. people.Select(person => (person.FullName, tree.WithAbove(person.UnitCode)))];
    }
}

using System.Text.RegularExpressions;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Audits;

/// <summary>
/// Makes the checklist of an audited unit: what each clause in the scope asks, then, procedure by procedure, what each step
/// of the unit prescribes: who does it, in what time, with which form, leaving which record.
/// </summary>
/// <remarks>
/// A step belongs to a unit that the flow names, or, where it names none, to the units whose people hold its role: so the
/// counter is asked about the reception of every one-stop procedure. A scope that names procedures is about those only.
/// </remarks>
public sealed partial class MakeChecklist(OfficeDb db, ProcedureLibrary procedures)
{
    /// <summary>The roles that the people of each unit hold on the day, by code of the unit; those of the units below are theirs too.</summary>
    public async Task<ILookup<string, string>> RolesByUnit(DateOnly today, CancellationToken cancel)
    {
        var held = await db.Set<PersonRole>().AsNoTracking().Where(role => role.FromOn <= today && (role.ToOn == null || role.ToOn >= today))
            .Join(db.Set<Person>(), role => role.PersonId, person => person.Id, (role, person) => new { role.AgencyId, role.Role, Unit = role.UnitCode ?? person.UnitCode })
            .Where(row => row.Unit != null).Distinct().ToListAsync(cancel);
        var tree = await UnitTree.Load(db, held.FirstOrDefault()?.AgencyId ?? "", today, cancel);
        return held.SelectMany(row => tree.WithAbove(row.Unit).Select(unit => (unit, row.Role))).Distinct().ToLookup(pair => pair.unit, pair => pair.Role);
    }

    /// <param name="unit">Code of the unit.</param>
    /// <param name="scope">What the plan says is looked at there: numbers of clauses, codes of procedures, words.</param>
    /// <param name="roles">As <see cref="RolesByUnit"/> gives them.</param>
    public IEnumerable<ChecklistLine> Of(string unit, string scope, ILookup<string, string> roles, DateOnly today)
    {
        var inForce = procedures.InForce(today);
        var named = inForce.Where(version => Names(scope, version.Code)).ToList();
        return ByClause(scope).Concat((named.Count > 0 ? named : inForce.Where(version => !version.Procedure.IsInternal))
            .SelectMany(version => ByStep(version, unit, [.. roles[unit]])));
    }

    private static IEnumerable<ChecklistLine> ByClause(string scope)
    {
        // The code of a procedure reads like a clause: 1.013225 is none.
        var clauses = ClauseNumber().Matches(scope).Select(match => match.Value).ToList();
        return ClauseMap.Get(null).Clauses
            .Where(clause => clauses.Any(number => clause.Id == number || clause.Id.StartsWith(number + ".", StringComparison.Ordinal) || number.StartsWith(clause.Id + ".", StringComparison.Ordinal)))
            .Select(clause => new ChecklistLine(new($"{clause.Id} {clause.Name.Vi}", $"{clause.Id} {clause.Name.En}"), clause.Asks));
    }

    private static IEnumerable<ChecklistLine> ByStep(ProcedureVersion version, string unit, HashSet<string> roles) =>
        from step in version.Steps.Rows
        let role = step.Role
        where role is not null
        let declared = version.Definition.Activities[step.ActivityId].LiteralText("unit")
        where declared is null ? roles.Contains(role) : declared == unit
        select new ChecklistLine(
            new($"{version.Code} v{version.Version}, bước {step.Number}: {step.Title.Vi}", $"{version.Code} v{version.Version}, step {step.Number}: {step.Title.En}"),
            Question(step));

    private static Text Question(StepRow step)
    {
        List<Text> asked = [new($"Người làm có giữ vai trò {step.Responsible.Vi} không?", $"Was it done by: {step.Responsible.En}?")];
        if (step.Time() is { Vi.Length: > 0 } time) asked.Add(new($"Có xong trong hạn ({time.Vi}) không?", $"Was it done in time ({time.En})?"));
        if (step.Form is { } form) asked.Add(new($"“{form.Title.Vi}” có ghi đủ và đúng không?", $"Is “{form.Title.En}” filled in completely and rightly?"));
        if (step.Record is { } record)
        {
            var number = record.Form is { } code ? $" ({code})" : "";
            asked.Add(new($"Hồ sơ “{record.Name.Vi}”{number} có được lập và lưu không?", $"Was the record “{record.Name.En}”{number} made and kept?"));
        }

        return new(string.Join(" ", asked.Select(text => text.Vi)), string.Join(" ", asked.Select(text => text.En)));
    }

    private static bool Names(string scope, string code)
    {
        for (var at = scope.IndexOf(code, StringComparison.OrdinalIgnoreCase); at >= 0; at = scope.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsPart(scope, at - 1) && !IsPart(scope, at + code.Length)) return true;
        return false;
    }

    private static bool IsPart(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"(?<![\w.])(?:10|[4-9])(?:\.\d+)+\b")]
    private static partial Regex ClauseNumber();
}

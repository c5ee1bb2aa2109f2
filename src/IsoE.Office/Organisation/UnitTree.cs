using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>The units of an agency by their parents; a unit that has ended belongs to its successor.</summary>
public sealed class UnitTree(ILookup<string?, string> children)
{
    public static async Task<UnitTree> Load(OfficeDb db, string agencyId, DateOnly day, CancellationToken cancel)
    {
        var units = await db.Set<Unit>().IgnoreQueryFilters().Where(unit => unit.AgencyId == agencyId).On(day, cancel);
        return new UnitTree(units.Values.ToLookup(
            unit => unit.ToOn < day ? unit.SuccessorCode ?? unit.ParentCode : unit.ParentCode, unit => unit.Code));
    }

    /// <summary>The unit and every unit below it; null, which stands for the whole agency, stays null.</summary>
    public IReadOnlyList<string>? WithBelow(string? code)
    {
        if (code is null) return null;
        var found = new List<string> { code };
        // A unit listed twice would mean a circle of parents; it is taken once.
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]].Where(child => !found.Contains(child)).ToList());
        return found;
    }

    /// <summary>The unit and every unit above it; none for a person without one.</summary>
    public IReadOnlyList<string> WithAbove(string? code)
    {
        var found = new List<string>();
        for (var at = code; at is not null && !found.Contains(at); at = ParentOf(at)) found.Add(at);
        return found;
    }

    private string? ParentOf(string code) => children.FirstOrDefault(below => below.Contains(code))?.Key;
}

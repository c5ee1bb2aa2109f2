using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Ends a unit on a day. Its open work passes to the successor; what it did stays under its name.</summary>
public sealed class CloseUnit(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    private const int MostNamed = 5;

    /// <param name="lastOn">Its last day.</param>
    /// <param name="successor">Code of the unit that takes over its work; null for the unit above.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>unknown</c>, <c>ended</c>, <c>period-date</c>, <c>successor</c>, <c>unit-staffed</c> naming who is
    /// still there, <c>unit-above</c> naming the units below, <c>busy</c>.
    /// </exception>
    public async Task Run(Actor actor, string code, DateOnly lastOn, string? successor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        var ended = await new PeriodChange<Unit>(db, clock, SaveUnit.Noun).End(code, lastOn, successor, cancel);
        if (successor is null && ended.ParentCode is null)
            throw new RejectedException("successor", new Text(
                "Chọn đơn vị nhận việc: đơn vị này không thuộc đơn vị nào nên việc đang làm sẽ không có người nhận.",
                "Choose the unit that takes over: this one is part of no other, so its open work would have nobody."))
            { Field = nameof(ended.SuccessorCode) };
        var after = lastOn.AddDays(1);
        RefuseStaffed(await Staff(code, after, cancel));
        RefuseAbove(await db.Set<Unit>().InForce(after).Where(unit => unit.ParentCode == code).Select(unit => unit.NameVi).ToListAsync(cancel));
        await log.Save(actor, cancel);
    }

    /// <summary>Who would be left in a unit that is no more, by post or by role.</summary>
    private async Task<List<string>> Staff(string code, DateOnly after, CancellationToken cancel)
    {
        var holders = db.Set<PersonRole>().Where(role => role.UnitCode == code && (role.ToOn == null || role.ToOn >= after)).Select(role => role.PersonId);
        return await db.Set<Person>().AsNoTracking()
            .Where(person => (person.UnitCode == code || holders.Contains(person.Id)) && (person.ToOn == null || person.ToOn >= after))
            .OrderBy(person => person.FullName).Select(person => person.FullName).ToListAsync(cancel);
    }

    private static void RefuseStaffed(List<string> names)
    {
        if (names.Count == 0) return;
        var list = string.Join(", ", names.Take(MostNamed));
        throw new RejectedException("unit-staffed", new Text(
            $"Còn {names.Count} người thuộc hoặc giữ vai trò trong đơn vị sau ngày này: {list}. Chuyển họ sang đơn vị khác trước.",
            $"{names.Count} people still belong to the unit or hold a role in it after that day: {list}. Move them first."));
    }

    private static void RefuseAbove(List<string> names)
    {
        if (names.Count == 0) return;
        throw new RejectedException("unit-above", new Text(
            $"Đơn vị còn các đơn vị trực thuộc: {string.Join(", ", names)}. Chuyển hoặc kết thúc chúng trước.",
            $"Other units are still part of it: {string.Join(", ", names)}. Move or end them first."));
    }
}

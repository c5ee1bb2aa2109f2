using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Organisation;

/// <summary>One unit: what it was and is, and what is to hold from a day on.</summary>
public sealed class UnitModel(OfficeDb db, SaveUnit save, CloseUnit close, TimeProvider clock) : PeriodScreen<Unit>(db, clock)
{
    [BindProperty]
    public string? ParentCode { get; set; }

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public string ParentOf(Unit unit) => unit.ParentCode is null ? "–" : All.GetValueOrDefault(unit.ParentCode) is { } parent ? T[parent.Name] : unit.ParentCode;

    protected override async Task<string> Save(DateOnly from, CancellationToken cancel) =>
        (await save.Run(Actor, new UnitForm(Code ?? NewCode ?? "", NameVi ?? "", NameEn, Blank(ParentCode), from), Code is null, cancel)).Code;

    protected override Task End(DateOnly lastOn, CancellationToken cancel) => close.Run(Actor, Code!, lastOn, Blank(Successor), cancel);

    protected override void Fill(Unit period) => (NameVi, NameEn, ParentCode) = (period.NameVi, period.NameEn, period.ParentCode);

    protected override string NameOf(Unit period) => T[period.Name];

    protected override void Choose(IReadOnlyList<Unit> others) => Parents = Choices(T["Trực thuộc cơ quan", "Directly of the agency"], others);
}

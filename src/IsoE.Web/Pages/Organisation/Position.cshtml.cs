using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Organisation;

/// <summary>One position: the titles it had and has, and what is to hold from a day on.</summary>
public sealed class PositionModel(OfficeDb db, SavePosition save, ClosePosition close, TimeProvider clock) : PeriodScreen<Position>(db, clock)
{
    [BindProperty]
    public string? SigningCapacity { get; set; }

    public IReadOnlyList<SelectListItem> Capacities =>
        [new SelectListItem(T["Không có", "None"], ""), .. SavePosition.Capacities.Select(each => new SelectListItem(each, each))];

    protected override async Task<string> Save(DateOnly from, CancellationToken cancel) =>
        (await save.Run(Actor, new PositionForm(Code ?? NewCode ?? "", NameVi ?? "", NameEn, Blank(SigningCapacity), from), Code is null, cancel)).Code;

    protected override Task End(DateOnly lastOn, CancellationToken cancel) => close.Run(Actor, Code!, lastOn, Blank(Successor), cancel);

    protected override void Fill(Position period) => (NameVi, NameEn, SigningCapacity) = (period.NameVi, period.NameEn, period.SigningCapacity);

    protected override string NameOf(Position period) => T[period.Name];
}

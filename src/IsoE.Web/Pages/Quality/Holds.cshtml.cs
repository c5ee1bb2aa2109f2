using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Quality;

/// <summary>Legal holds: what must not be destroyed and why; placing and lifting one.</summary>
public sealed class HoldsModel(ReadLegalHolds read, PlaceLegalHold place, LiftLegalHold lift, ProcedureLibrary procedures) : Screen
{
    /// <summary>Code of the dossier to hold.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Dossier { get; set; }

    [BindProperty]
    public string? Procedure { get; set; }

    [BindProperty]
    public string? Record { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? HoldId { get; set; }

    [BindProperty]
    public string? LiftGround { get; set; }

    public IReadOnlyList<LegalHoldRow> Holds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Records { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Blank(Dossier) is null && Blank(Procedure) is null, nameof(Dossier), "Nhập mã hồ sơ hoặc chọn quy trình.", "Enter a dossier code or choose a procedure.");
        Expect(Blank(Dossier) is not null && Blank(Procedure) is not null, nameof(Procedure), "Chỉ chọn một: mã hồ sơ hoặc quy trình.", "Choose one: a dossier code or a procedure.");
        return Act(() => Blank(Dossier) is { } code
            ? place.OnDossier(Actor, code, Ground, CommandId, cancel)
            : place.OnProcedure(Actor, Blank(Procedure), Blank(Record), Ground, CommandId, cancel), cancel);
    }

    public Task<IActionResult> OnPostLift(CancellationToken cancel) => Act(() => lift.Run(Actor, HoldId ?? "", LiftGround, CommandId, cancel), cancel);

    /// <summary>The procedure held, and the record where only those with it are.</summary>
    public Text NameOf(LegalHoldRow hold)
    {
        var versions = procedures.All.Where(version => version.Code == hold.ProcedureCode).ToList();
        var name = versions[^1].Procedure.Name;
        return hold.RecordCode is not { } code ? name : new Text($"{name.Vi}: {NameOf(versions, code).Vi}", $"{name.En}: {NameOf(versions, code).En}");
    }

    private static Text NameOf(IEnumerable<ProcedureVersion> versions, string record) =>
        versions.Select(version => version.Procedure.FindRecord(record)?.Name).OfType<Text>().LastOrDefault() ?? new Text(record, record);

    private Task<IActionResult> Act(Func<Task> act, CancellationToken cancel) => Attempt(
        async () =>
        {
            await act();
            return RedirectToPage(new { Dossier = (string?)null });
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        Holds = await read.Run(Actor, cancel);
        var latest = procedures.All.GroupBy(version => version.Code).Select(versions => versions.Last()).ToList();
        Procedures = [new(T["Không", "None"], ""), .. latest.Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code))];
        Records =
        [
            new(T["Mọi loại", "Any"], ""),
            .. latest.SelectMany(version => version.Procedure.Records).DistinctBy(record => record.Code).Select(record => new SelectListItem(T[record.Name], record.Code))
                .OrderBy(item => item.Text, StringComparer.CurrentCulture),
        ];
    }
}

using IsoE.Office.Improvement;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>Where work waits, who is slower on the same work, what is done again and why applicants are asked for more.</summary>
public sealed class StepsModel(ReadBottlenecks read, ImportedLogs imported, ProcedureLibrary library, TimeProvider clock) : ImprovementScreen(imported, library, clock)
{
    /// <summary>Steps shown at once; choosing a procedure shows all of its steps.</summary>
    public const int StepsShown = 40;

    public Bottlenecks? Figures { get; private set; }

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Log = null;
        return Attempt(
            async () =>
            {
                await Choose(cancel);
                if (ModelState.IsValid) Figures = await read.Run(Actor, Blank(Procedure), Chosen(), cancel);
                return Page();
            },
            () => Choose(cancel),
            field => field == "to" ? nameof(To) : field);
    }

    /// <summary>What the comparison says of a unit or a person.</summary>
    public string Verdict(FairShare share) => share.Slower is null ? T["quá ít để nói", "too few to say"]
        : share.IsSlower ? T["chậm hơn thường lệ", "slower than usual"]
        : share.IsFaster ? T["nhanh hơn thường lệ", "faster than usual"]
        : T["như thường lệ", "as usual"];
}

using IsoE.Office.Records.Retention;
using IsoE.Office.Records.Retention.Holds;

namespace IsoE.Web.Pages.Quality;

/// <summary>How long which records are kept, how many have reached the end of their term, and what is held in spite of it.</summary>
public sealed class RetentionModel(RetentionSchedule schedule, ReadLegalHolds holds) : Screen
{
    public IReadOnlyList<RetentionLine> Lines { get; private set; } = [];

    /// <summary>How many holds stand.</summary>
    public int Holds { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        Lines = await schedule.Run(Actor, cancel);
        Holds = (await holds.Run(Actor, cancel)).Count(hold => hold.Stands);
    }
}

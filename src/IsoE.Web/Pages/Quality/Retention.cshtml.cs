using IsoE.Office.Records.Retention;

namespace IsoE.Web.Pages.Quality;

/// <summary>How long which records are kept, and how many have reached the end of their term.</summary>
public sealed class RetentionModel(RetentionSchedule schedule) : Screen
{
    public IReadOnlyList<RetentionLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Lines = await schedule.Run(Actor, cancel);
}

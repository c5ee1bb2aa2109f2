using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>Flowcharts that are wider than the screen.</summary>
public sealed class FlowchartTests
{
    private const string IsSeen = """
        node => {
          const [seen, box] = [node.closest('.diagram').getBoundingClientRect(), node.getBoundingClientRect()];
          return box.left >= seen.left && box.right <= seen.right;
        }
        """;

    [Test]
    public async Task On_a_phone_the_step_that_is_waited_for_is_seen_first()
    {
        var page = await Browsers.As("tiepnhan", width: 360);
        await page.GotoAsync($"/Dossiers/Dossier/{await Waiting()}");

        Assert.That(await page.EvaluateAsync<bool>("() => (d => d.scrollWidth > d.clientWidth)(document.querySelector('.diagram'))"), Is.True, "it is wider than the screen");
        Assert.That(await page.EvalOnSelectorAsync<bool>(".diagram g.here", IsSeen), Is.True);
    }

    [Test]
    public async Task On_a_phone_the_start_of_a_procedure_is_seen_first()
    {
        var page = await Browsers.Session(width: 360);
        await page.GotoAsync("/Library/Procedure/1.001612");

        Assert.That(await page.EvalOnSelectorAsync<bool>(".diagram g[id*='-node-']", IsSeen), Is.True);
    }

    /// <summary>A dossier that waits for what is drawn at the right.</summary>
    private static async Task<string> Waiting()
    {
        await using var db = await WebOffice.Services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var waiting = db.Set<TaskRow>().IgnoreQueryFilters().Where(task => task.Status == TaskState.Open && task.ActivityId == "receive-supplement");
        return (await db.Set<DossierRow>().IgnoreQueryFilters().OrderBy(row => row.Code).FirstAsync(
            row => row.AgencyId == WebOffice.Samples.Main && !row.IsInternal && !row.IsConfidential && waiting.Any(task => task.InstanceId == row.InstanceId))).Code;
    }
}

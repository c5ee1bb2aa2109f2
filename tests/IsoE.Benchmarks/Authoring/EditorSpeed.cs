using System.Diagnostics;
using System.Globalization;
using IsoE.Benchmarks.Bed;
using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Authoring;

/// <summary>
/// What the server does between an author's change of a step and the table, drawing and problems being there again: open,
/// edit, save, open, redraw, check. Without the network and without writing HTML.
/// </summary>
internal static class EditorSpeed
{
    private const double Target = 100;

    private static readonly string[] Parts = ["open", "edit and save", "redraw", "check", "together"];

    /// <returns>Whether the whole round trip of 100 steps is within the target.</returns>
    public static async Task<bool> Run(bool quick)
    {
        var table = new Table("Editor, one change of a step on SQLite: ms of server time", "steps", "part", "median", "95 %", "slowest");
        var reached = true;
        foreach (var steps in new[] { 20, 100, 300 })
        {
            var times = await Measure(steps, quick ? 20 : 120);
            foreach (var (part, i) in Parts.Select((part, i) => (part, i)))
            {
                var sorted = times.Select(each => each[i]).Order().ToList();
                table.Add(steps.ToString(CultureInfo.InvariantCulture), part, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.95)], sorted[^1]);
                reached &= steps != 100 || i != Parts.Length - 1 || sorted[sorted.Count / 2] < Target;
            }
        }

        table.Print();
        Console.WriteLine($"The target is {Target} ms for 100 steps: {(reached ? "reached" : "MISSED")} (median).");
        return reached;
    }

    private static async Task<List<double[]>> Measure(int steps, int rounds)
    {
        using var folder = new TemporaryFolder();
        await using var office = await BenchOffice.Open(OfficeOptions.Sqlite(folder.FullName));
        var author = new Actor(DossierLife.Agency, "thukyiso", "Cao Thị Yến", [new Grant(Roles.IsoSecretary)]);
        var text = ProcedureTemplate.Of("QT-90", new Text("Quy trình dài", "A long procedure"), new DateOnly(2026, 11, 2)).Text;
        var document = await In(office, services => services.GetRequiredService<BeginDraft>().Run(
            author, new DraftForm("begin", "QT-90", null, new ProcedureContent(GeneratedFlow.OfSize(steps), text)), CancellationToken.None));
        var times = new List<double[]>();
        for (var i = 0; i < rounds + 5; i++)
        {
            var round = i;
            var time = await In(office, services => Change(services, author, document, round));
            if (i >= 5) times.Add(time);
        }

        return times;
    }

    private static async Task<double[]> Change(IServiceProvider services, Actor author, string document, int round)
    {
        var (watch, times) = (Stopwatch.StartNew(), new List<double>());
        var open = services.GetRequiredService<OpenDocument>();
        var view = await open.Run(author, document, CancellationToken.None);
        Part();
        var edit = new SetTimeLimit("check-0", [new("standard", $"{(round % 7) + 1}h")]);
        var saved = await services.GetRequiredService<EditDraft>().Run(
            author, document, new DraftEdit($"edit-{round}", view.Row.Revision, edit), CancellationToken.None);
        if (saved is not SaveOutcome.Saved) throw new InvalidOperationException("The change was not saved.");
        Part();
        view = await open.Run(author, document, CancellationToken.None);
        Redraw(view);
        Part();
        await services.GetRequiredService<DocumentCheck>().Run(author.AgencyId, view.Row.Code, view.Row.Version, view.Content, CancellationToken.None);
        Part();
        return [.. times, times.Sum()];

        void Part()
        {
            times.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
        }
    }

    private static void Redraw(DocumentView view)
    {
        var flow = FlowDraft.Read(view.Content.Flow).Draft!;
        var written = TextDraft.Read(view.Content.Text).Draft;
        var table = FlowTable.Of(flow);
        _ = ConditionChoices.Of(flow, table, written);
        _ = new DraftDiagram(table, view.Row.Name, null, null, id => $"#{id}").In("vi", _ => new Text("", "")).Svg("draft");
    }

    private static async Task<T> In<T>(BenchOffice office, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = office.Enter(DossierLife.Agency);
        return await act(scope.ServiceProvider);
    }
}

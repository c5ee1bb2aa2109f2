using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>What citizens have handed in online and the counter has to answer, the most urgent first.</summary>
public sealed class SubmissionsModel(ListSubmissions list, ProcedureLibrary library, SubmissionTerm term, TimeProvider clock) : Screen
{
    public IReadOnlyList<DossierRow> Waiting { get; private set; } = [];

    /// <summary>Sent back: it is the applicant's turn.</summary>
    public IReadOnlyList<DossierRow> SentBack { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public Text Limit => term.Rule.Limit.Describe();

    public async Task OnGet(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var all = await list.Run(Actor, cancel);
        (Waiting, SentBack) = ([.. all.Where(row => row.AnswerDueAt is not null)], [.. all.Where(row => row.AnswerDueAt is null)]);
    }

    public Text NameOf(DossierRow row) => library.Get(row.ProcedureCode, row.ProcedureVersion).Procedure.Name;
}

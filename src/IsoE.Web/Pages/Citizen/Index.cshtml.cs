using IsoE.Office.Messages;
using IsoE.Office.Procedures;
using IsoE.Office.Submissions;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Citizen;

/// <summary>My dossiers: what is being prepared, and what has been handed in.</summary>
public sealed class IndexModel(Drafts drafts, ListOwnDossiers own, ProcedureLibraries libraries) : CitizenScreen
{
    public IReadOnlyList<(SubmissionDraftRow Draft, Text Name)> Unsent { get; private set; } = [];
    public IReadOnlyList<OwnDossier> Sent { get; private set; } = [];
    public string Masked => Addresses.Mask(Contact);

    public async Task OnGet(CancellationToken cancel)
    {
        Unsent = [.. (await drafts.Of(Contact, cancel)).Select(draft => (draft, NameOf(draft)))];
        Sent = await own.Run(Contact, cancel);
    }

    private Text NameOf(SubmissionDraftRow draft) =>
        libraries.Of(draft.AgencyId).All.FirstOrDefault(version => version.Code == draft.ProcedureCode)?.Procedure.Name ?? new(draft.ProcedureCode, draft.ProcedureCode);
}

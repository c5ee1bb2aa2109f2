using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Citizen;

/// <summary>The own dossier: where it stands, what is asked of the applicant, what has happened, what can be downloaded.</summary>
public sealed class DossierModel(FindDossier find, OpenRecord records, AskWithdrawal withdraw, Complain complain, TimeProvider clock) : OwnDossierScreen(find)
{
    /// <summary>What happens among the officers is theirs; the steps themselves are told.</summary>
    private static readonly HashSet<string> Inner = ["TaskClaimed", "TaskReleased", "TaskReassigned", "TaskEscalated", "ActedOnBehalf", "IncidentTaken", "ActivityFaulted", "ActivityRetried", "RecordIssued"];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Complaint { get; set; }

    [BindProperty]
    public string ComplaintId { get; set; } = "";

    /// <summary>Number under which what was complained of just now is looked into; null otherwise.</summary>
    [TempData]
    public string? Complained { get; set; }

    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    public IEnumerable<TimelineEntry> Timeline => View.Timeline.Where(entry => !Inner.Contains(entry.Kind)).Reverse();

    public bool IsOverdue => Dossier.IsOverdue(clock.GetUtcNow());

    /// <summary>What is asked for now; null when nothing is.</summary>
    public SupplementRequested? Asked { get; private set; }

    public bool MayWithdraw => View.Actions.Contains(DossierAction.AskWithdrawal);

    public long Owed => Dossier.AmountDue - Dossier.AmountPaid;

    /// <summary>Why the clock stands still, and the ground that was named for it.</summary>
    public Text? Pause => Dossier.ReadPauses().LastOrDefault(pause => pause.To is null) is { } pause ? PauseReasons.NameOf(pause.WaitsFor) : null;

    /// <summary>The result itself waits until what is owed has been paid.</summary>
    public bool HasResult => Records.Any(record => record.Code == Dossier.ResultRecord);

    public IReadOnlyList<KeyValuePair<Text, Text>> Declared => FormWords.Read(View.Procedure.Procedure.Form, Dossier.ReadForm());

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        NewCommand();
        ComplaintId = RowId.New(clock.GetUtcNow());
        return await Load(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostWithdraw(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Cho biết lý do rút hồ sơ.", "Say why you want it back.");
        return await Attempt(
            async () =>
            {
                await withdraw.Run(Applicant, Id, Reason!, CommandId, cancel);
                return RedirectToPage(new { agency = Agency, id = Id });
            },
            () => Load(cancel));
    }

    public async Task<IActionResult> OnPostComplain(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        Expect(string.IsNullOrWhiteSpace(Complaint), nameof(Complaint), "Ghi nội dung phản ánh.", "Say what you complain of.");
        return await Attempt(
            async () =>
            {
                Complained = (await complain.Run(Dossier, Complaint, ComplaintId, cancel)).Code;
                return RedirectToPage(new { agency = Agency, id = Id });
            },
            () => Load(cancel),
            _ => nameof(Complaint));
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (!await Find(cancel)) return false;
        Records = await records.OfApplicant(Dossier, cancel);
        Asked = Dossier.NationalStatus == NationalStatus.SupplementRequested ? View.Supplement : null;
        return true;
    }
}

using System.Text;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Evidence;

/// <summary>The seals of the agency: made, taken outside, and held against what is recorded.</summary>
public sealed class SealsModel(
    ReadSeals read, SealHistory seal, RenewSealingKey renew, VerifySeals verify, HistoryVerification chains, CheckSignedFiles signatures, OfficeDb db) : Screen
{
    private const int Size = 30;

    /// <summary>Only seals with a smaller number; null for the latest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Fingerprint of the sealing key as the agency has published it.</summary>
    [BindProperty]
    public string? Published { get; set; }

    /// <summary>First day of disclosure, as typed; blank when the key is not disclosed.</summary>
    [BindProperty]
    public string? SinceOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SealRow> Seals { get; private set; } = [];

    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<KnownSealingKey> Keys { get; private set; } = [];

    /// <summary>Why the key should be renewed; null when it need not be.</summary>
    public IsoE.Workflows.Text? Warning { get; private set; }

    /// <summary>Number before which the following page begins; null on the last.</summary>
    public long? Next => Seals.Count == Size && Seals[^1].Number > 1 ? Seals[^1].Number : null;

    public VerifiedHistory? Chains { get; private set; }

    /// <summary>What the check of seals and files has found; null before it, and when a chain is broken.</summary>
    public VerifiedSeals? Verified { get; private set; }

    /// <summary>What the check of signed documents has found; null before it, and when something before does not fit.</summary>
    public CheckedSignedFiles? Signed { get; private set; }

    /// <summary>The seal that the check was made against.</summary>
    public SealFile? Outside { get; private set; }

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnGetFile(long number, CancellationToken cancel)
    {
        var file = await read.File(Actor, number, cancel);
        return File(Encoding.UTF8.GetBytes(OfficeJson.Write(file)), "application/json", $"seal-{file.Agency}-{number}.json");
    }

    public Task<IActionResult> OnPostSeal(CancellationToken cancel) => Attempt(
        async () =>
        {
            await seal.Run(Actor, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    public Task<IActionResult> OnPostVerify(CancellationToken cancel)
    {
        Expect(
            Upload is { Length: > SealFile.MaxBytes }, nameof(Upload),
            "Tệp này quá lớn để là một niêm phong. Hãy chọn tệp .json đã tải xuống từ trang này.",
            "This file is too large for a seal. Choose the .json file that was downloaded from this page.");
        return Attempt(
            async () =>
            {
                Permit.RequireWhole(Actor, Right.ReadAuditLog);
                Outside = Upload is null ? null : await ReadUpload(cancel);
                Chains = await chains.Run(cancel, Actor.AgencyId);
                if (Chains.Broken is null) Verified = await verify.Run(Actor.AgencyId, Outside, files: true, cancel, Blank(Published));
                if (Verified is { Finding: null }) Signed = await signatures.Run(Actor.AgencyId, cancel);
                await Load(cancel);
                return Page();
            },
            () => Load(cancel),
            field => field switch { "file" => nameof(Upload), "published" => nameof(Published), _ => field });
    }

    public Task<IActionResult> OnPostRenew(CancellationToken cancel)
    {
        var since = Shown.ReadDate(SinceOn);
        Expect(since is null && Blank(SinceOn) is not null, nameof(SinceOn), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(
            Blank(SinceOn) is null && Blank(Reason) is not null, nameof(SinceOn),
            "Nhập ngày khóa bắt đầu bị lộ, hoặc xóa lý do nếu khóa không bị lộ.", "Enter since when the key is disclosed, or clear the reason when it is not.");
        return Attempt(
            async () =>
            {
                await renew.Run(Actor, new KeyRenewal(since, Reason), cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    private async Task<SealFile> ReadUpload(CancellationToken cancel)
    {
        using var text = new StreamReader(Upload!.OpenReadStream());
        return SealFile.Read(await text.ReadToEndAsync(cancel));
    }

    private async Task Load(CancellationToken cancel)
    {
        Seals = await read.Run(Actor, Before, Size, cancel);
        Keys = await read.Keys(Actor, cancel);
        Warning = await read.Warning(Actor.AgencyId, cancel);
        var ids = Seals.Select(row => row.SealedBy).Distinct().ToList();
        People = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
    }
}

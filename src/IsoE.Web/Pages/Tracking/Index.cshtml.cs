using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Web.Hosting;
using IsoE.Web.Language;
using IsoE.Web.Pages.Shared;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Tracking;

/// <summary>Answers the public about one dossier, by the secret of the receipt or by code and phone digits.</summary>
/// <remarks>
/// An unknown code and wrong digits get the same answer in the same time; guessing is answered ever more slowly, and how often
/// one address, or one code from wherever, may be tried is limited.
/// </remarks>
[EnableRateLimiting(RateLimits.Tracking), OutputCache(PolicyName = TrackedPages.Name), ResponseCache(NoStore = true)]
public sealed class IndexModel(TrackDossier track, TrackedLetters letters, PaymentAccounts accounts, GuessGuard guard) : Screen
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Digits { get; set; }

    public PublicDossier? Found { get; private set; }

    /// <summary>How to transfer what is owed; null when nothing is, or the agency takes no transfers.</summary>
    public PaymentCode? PaymentCode => Found is null ? null : Shared.PaymentCode.Of(accounts, Found.AgencyId, Found.Owed, Found.Code);

    /// <summary>Secret of the link by which the dossier was found; null when it was found by code.</summary>
    public string? RateSecret { get; private set; }

    /// <summary>What the agency has written to the applicant; only for who has the link.</summary>
    public IReadOnlyList<RecordRow> Letters { get; private set; } = [];

    /// <param name="s">The secret part of the link in the QR code.</param>
    public async Task<IActionResult> OnGet(string? s, CancellationToken cancel)
    {
        if (s is null) return Page();
        await guard.Wait(null, Address, cancel);
        (Found, RateSecret) = (await track.BySecret(s, cancel), s);
        if (Found is null) guard.Missed(null, Address);
        else Letters = await letters.Of(s, cancel);
        return Found is null ? Unknown("Liên kết tra cứu không đúng hoặc đã hết hiệu lực. Hãy nhập mã hồ sơ.",
            "The tracking link is not right or is no longer valid. Enter the dossier code.") : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Code), nameof(Code), "Nhập mã hồ sơ.", "Enter the dossier code.");
        Expect(Digits?.Trim().Length != 4, nameof(Digits), "Nhập 4 số cuối điện thoại.", "Enter the last 4 digits of the phone.");
        if (!ModelState.IsValid) return Again();
        if (!await guard.Wait(Code, Address, cancel)) return Unknown(
            "Mã này đã bị thử quá nhiều lần. Hãy đợi 15 phút, hoặc quét mã QR trên giấy tiếp nhận.",
            "This code was tried too often. Wait 15 minutes, or scan the QR code of the receipt.");
        Found = await track.ByCode(Code!, Digits!, cancel);
        if (Found is not null) return Page();
        guard.Missed(Code, Address);
        return Unknown("Không tìm thấy hồ sơ với mã và số điện thoại này. Kiểm tra lại trên giấy tiếp nhận.", "No dossier with this code and phone. Check them on the receipt.");
    }

    /// <summary>Where the dossier is, in one sentence.</summary>
    public string Sentence => Found switch
    {
        { RecalledAt: not null } => T["Kết quả có sai sót, đang được làm lại", "The result was wrong and is made anew"],
        { SupersededByCode: { } other } => T[$"Đã thay thế bằng {other}", $"Superseded by {other}"],
        { Stage: 0 } => T["Hồ sơ đã kết thúc", "The dossier has ended"],
        { Stage: 4 } => T["Kết quả đã được trả", "The result has been returned"],
        { Stage: 3 } => T["Đã có kết quả, mời đến nhận", "The result is ready to be collected"],
        { Supplement: not null } => T["Hồ sơ đang chờ bạn bổ sung", "The dossier waits for your supplement"],
        { AnswerDueAt: not null } => T["Hồ sơ đã nộp, chờ cơ quan trả lời", "Handed in, waiting for the agency's answer"],
        { Pause: not null } => T["Hồ sơ đang tạm dừng", "The dossier stands still"],
        { IsOverdue: true } => T["Hồ sơ đang xử lý và đã quá hẹn", "The dossier is in process and late"],
        { PromisedAt: { } promised } => T[$"Đang xử lý, hẹn trả {Shown.Moment(promised)}", $"In process, promised for {Shown.Moment(promised)}"],
        _ => T["Hồ sơ đang được xử lý", "The dossier is in process"],
    };

    public IEnumerable<(int Number, Text Name, DateTimeOffset? At)> Steps =>
    [
        (1, new("Đã tiếp nhận", "Received"), Found!.ReceivedAt),
        (2, new("Đang giải quyết", "In process"), null),
        (3, new("Có kết quả", "Result ready"), Found.FinishedAt),
        (4, new("Đã trả kết quả", "Result returned"), Found.ReturnedAt),
    ];

    private string Address => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private PageResult Unknown(string vi, string en)
    {
        ModelState.AddModelError(nameof(Code), T[vi, en]);
        return Again();
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Messages.Templates;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages.Inbound;

/// <summary>Words the answers to SMS: status and dates for everybody, reasons only for the telephone of the dossier.</summary>
public sealed class SmsAnswers(OfficeDb db, InstanceHistory history, MessageTemplates templates, MessageOptions options, TimeProvider clock)
{
    private static readonly Dictionary<int, string> Statuses = new()
    {
        [NationalStatus.Registered] = "Da nop, cho tiep nhan",
        [NationalStatus.Accepted] = "Da tiep nhan",
        [NationalStatus.NotAccepted] = "Khong duoc tiep nhan",
        [NationalStatus.InProcess] = "Dang xu ly",
        [NationalStatus.PaymentRequested] = "Cho nop phi, le phi",
        [NationalStatus.WithdrawalAsked] = "Dang xem xet cho rut ho so",
        [NationalStatus.Stopped] = "Da dung giai quyet",
        [NationalStatus.Settled] = "Da co ket qua, moi den nhan",
        [NationalStatus.Returned] = "Da tra ket qua",
    };

    /// <param name="sender">Number of who asks.</param>
    public async Task<string> To(string sender, SmsQuestion question, CancellationToken cancel) => question.Wish switch
    {
        SmsWish.Help => Say("answer-help", []),
        SmsWish.Stop => Say("answer-stopped", []),
        SmsWish.Resume => Say("answer-resumed", []),
        _ when await Find(question.Codes, cancel) is { } dossier => await Status(dossier, dossier.Phone == sender, cancel),
        _ => Say("answer-unknown", []),
    };

    public string TooMany() => Say("answer-too-many", []);

    /// <summary>Confidential and internal dossiers are as unknown as those that are not there.</summary>
    private async Task<DossierRow?> Find(IReadOnlyList<CodeCandidate> codes, CancellationToken cancel)
    {
        if (codes.Count == 0) return null;
        var (agencies, full) = (codes.Select(each => each.AgencyId).Distinct().ToList(), codes.Select(each => each.Code).ToList());
        var found = await db.Set<DossierRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => agencies.Contains(row.AgencyId) && full.Contains(row.Code) && !row.IsInternal && !row.IsConfidential)
            .Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }

    private async Task<string> Status(DossierRow row, bool isOwn, CancellationToken cancel)
    {
        var phone = await db.Set<Agency>().AsNoTracking().Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Phone).SingleAsync(cancel);
        var values = new Dictionary<string, string> { ["code"] = row.Code, ["hotline"] = options.Hotline ?? phone ?? "" };
        if (row.PromisedAt is { } promised && row.FinishedAt is null) values["promised"] = ShortMoments.Of(promised);
        if (row.NationalStatus == NationalStatus.SupplementRequested) return await Supplement(row, isOwn, values, cancel);
        if (row is { ExtendedAt: not null, FinishedAt: null })
        {
            if (isOwn) values["reason"] = row.ExtensionReason ?? "";
            return Say("answer-extended", values);
        }
        values["status"] = Statuses[row.NationalStatus];
        return Say(row.FinishedAt is null && row.IsOverdue(clock.GetUtcNow()) ? "answer-late" : "answer-status", values);
    }

    private async Task<string> Supplement(DossierRow row, bool isOwn, Dictionary<string, string> values, CancellationToken cancel)
    {
        var asked = (await history.Read(row.AgencyId, row.InstanceId, cancel)).Select(known => known.Fact).OfType<SupplementRequested>().LastOrDefault();
        if (isOwn && asked is not null) values["items"] = string.Join(" ", asked.Items.Select((item, i) => $"({i + 1}) {item}"));
        if (asked?.DueAt is { } until) values["until"] = ShortMoments.Of(until);
        return Say("answer-supplement", values);
    }

    private string Say(string kind, Dictionary<string, string> values)
    {
        values["number"] = options.SmsNumber ?? "";
        values.TryAdd("hotline", options.Hotline ?? "");
        return MessageWords.Sms(templates.Get(kind), values);
    }
}

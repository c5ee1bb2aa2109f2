using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>Somebody asked about the dossier by telephone.</summary>
/// <param name="IsKnown">The caller knew the last digits of the phone of the dossier.</param>
public sealed record CallAnswered(string Question, bool IsKnown) : OfficeEvent;

/// <summary>A dossier as whoever answers the telephone finds it: enough to ask the caller back, nothing to read out.</summary>
public sealed record CallMatch(string DossierId, string Code, string ApplicantName, string? Phone, string ProcedureCode, DateTimeOffset ReceivedAt);

/// <summary>What may be read out to a caller.</summary>
/// <param name="Sentences">Status and dates: for whoever names the dossier.</param>
/// <param name="Details">Why, what is missing and what is owed: only for a caller who knows the last digits of the phone; else empty.</param>
public sealed record CallAnswer(string DossierId, string Code, IReadOnlyList<Text> Sentences, IReadOnlyList<Text> Details, bool IsKnown);

/// <summary>Answers questions by telephone, and notes them on the dossier. A caller learns no more than the law of the receipt allows.</summary>
public sealed class AnswerCaller(OfficeDb db, TrackDossier track, InstanceHistory history, InstanceRunner instances, NoteRead reads)
{
    private const int Most = 20;
    private const int PhoneDigits = 4;

    /// <summary>Dossiers that fit a code, a phone or a name; none for less than four characters. Confidential ones are never found.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<CallMatch>> Find(Actor actor, string? text, CancellationToken cancel)
    {
        Permit.Require(actor, Right.AnswerCalls);
        var words = SearchText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Sum(word => word.Length) < 4) return [];
        await reads.Run(actor, ReadKind.Search, dossierId: null, cancel);
        var found = Dossiers;
        foreach (var word in words) found = found.Where(row => row.SearchText.Contains(word) || row.Phone == word);
        var rows = await found.OrderByDescending(row => row.ReceivedAt).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(row => new CallMatch(
            row.InstanceId, row.Code, Masked.Name(row.ApplicantName), Masked.Phone(row.Phone), row.ProcedureCode, row.ReceivedAt))];
    }

    /// <param name="phoneDigits">The last four digits as the caller gives them; null when they were not asked.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>dossier-unknown</c>, <c>phone-wrong</c>.</exception>
    public async Task<CallAnswer> Answer(Actor actor, string dossierId, string? phoneDigits, CancellationToken cancel)
    {
        Permit.Require(actor, Right.AnswerCalls);
        var row = await Dossiers.SingleOrDefaultAsync(each => each.InstanceId == dossierId, cancel) ?? throw OpenDossier.Unknown();
        var seen = await track.BySecret(row.TrackingSecret, cancel) ?? throw OpenDossier.Unknown();
        var isKnown = IsKnown(row, phoneDigits);
        if (isKnown) await reads.Run(actor, ReadKind.Dossier, row.InstanceId, cancel);
        return new CallAnswer(row.InstanceId, row.Code, [.. Status(seen)], isKnown ? [.. await Details(row, seen, cancel)] : [], isKnown);
    }

    /// <summary>Notes the question on the timeline.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>dossier-unknown</c>, <c>question-missing</c>, <c>phone-wrong</c>.</exception>
    public async Task Note(Actor actor, string dossierId, string? question, string? phoneDigits, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        var answer = await Answer(actor, dossierId, phoneDigits, cancel);
        if (string.IsNullOrWhiteSpace(question))
            throw new RejectedException("question-missing", new Text("Ghi lại điều người gọi hỏi.", "Enter what the caller asked.")) { Field = "Question" };
        await instances.Run(
            new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId),
            step => step.Record(new CallAnswered(VietnameseText.Compose(question.Trim()), answer.IsKnown)), cancel);
    }

    private IQueryable<DossierRow> Dossiers => db.Set<DossierRow>().AsNoTracking().Where(row => !row.IsInternal && !row.IsConfidential);

    private static bool IsKnown(DossierRow row, string? phoneDigits)
    {
        var digits = new string([.. (phoneDigits ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length == 0) return false;
        if (digits.Length >= PhoneDigits && row.Phone is { } phone && phone.EndsWith(digits, StringComparison.Ordinal)) return true;
        throw new RejectedException("phone-wrong", new Text(
            "Bốn số cuối không khớp điện thoại của hồ sơ. Chỉ đọc phần trạng thái và ngày hẹn; mời người gọi đến quầy hoặc dùng mã QR trên giấy tiếp nhận.",
            "The four digits are not those of the dossier's phone. Read out status and date only; ask the caller to come to the counter or to use the QR code."))
        { Field = "Digits" };
    }

    private static IEnumerable<Text> Status(PublicDossier seen)
    {
        var status = NationalStatus.NameOf(seen.NationalStatus);
        yield return new Text($"Hồ sơ {seen.Code}, {seen.ProcedureName.Vi}: {status.Vi}.", $"Dossier {seen.Code}, {seen.ProcedureName.En}: {status.En}.");
        if (seen.RecalledAt is not null)
        {
            yield return new Text($"Kết quả đã bị thu hồi vì có sai sót, đang làm lại theo hồ sơ {seen.SupersededByCode}.", $"The result was recalled because it was wrong and is made anew by dossier {seen.SupersededByCode}.");
            yield break;
        }

        if (seen.SupersededByCode is { } other)
            yield return new Text($"Giấy tiếp nhận này đã thay bằng {other}.", $"This receipt was superseded by {other}.");
        if (seen.FinishedAt is null && seen.PromisedAt is { } promised)
        {
            var at = Wording.Moment(promised);
            yield return new Text($"Hẹn trả kết quả lúc {at.Vi}.", $"The result is promised for {at.En}.");
        }

        if (seen.Stage == 3) yield return new Text("Đã có kết quả, mời đến nhận tại Bộ phận Một cửa.", "The result is ready and can be collected at the counter.");
    }

    private async Task<IEnumerable<Text>> Details(DossierRow row, PublicDossier seen, CancellationToken cancel)
    {
        var told = new List<Text>();
        if (seen.WaitsFor is { } role && seen.Stage is 1 or 2) told.Add(new Text($"Hồ sơ đang ở: {role.Vi}.", $"It is with: {role.En}."));
        if (seen.Pause is { } pause) told.Add(new Text($"Thời hạn đang tạm dừng theo quy định để {pause.Vi}.", $"The time limit stands still lawfully for {pause.En}."));
        if (row.Business == BusinessState.AwaitingSupplement) told.AddRange(await Missing(row, cancel));
        if (seen.Owed > 0) told.Add(new Text($"Còn phải nộp {Amounts.Show(seen.Owed)} đồng.", $"{Amounts.Show(seen.Owed)} đồng are still to be paid."));
        if (seen.ExtensionReason is { } reason) told.Add(new Text($"Cơ quan xin lỗi và đã hẹn lại ngày trả. Lý do: {reason}.", $"The agency apologises and set a new date. Reason: {reason}."));
        if (row.HeldOriginals().Count > 0) told.Add(new Text("Khi đến nhận kết quả, nhận lại bản chính đang gửi.", "Originals are given back with the result."));
        if (seen.FinishedAt is null && seen.Promise is { } promise)
            told.AddRange(promise.Lines.Where(line => line.Kind is ExplanationKind.Limit or ExplanationKind.Skipped or ExplanationKind.Pause).Select(line => line.Text));
        return told;
    }

    private async Task<IEnumerable<Text>> Missing(DossierRow row, CancellationToken cancel)
    {
        var asked = (await history.Read(row.AgencyId, row.InstanceId, cancel)).Select(known => known.Fact).OfType<SupplementRequested>().LastOrDefault();
        return asked?.Items.Select(item => new Text($"Cần bổ sung: {item}.", $"To be supplied: {item}.")) ?? [];
    }
}

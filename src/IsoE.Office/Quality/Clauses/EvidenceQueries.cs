using IsoE.Office.Calendars;
using IsoE.Office.DocumentControl;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Dossiers;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Clauses;

/// <summary>The readings that clause maps may name: each says how much there is, what is newest, and what is missing.</summary>
public sealed class EvidenceQueries(
    OfficeDb db, ReadRegister registers, ReadNonconformities nonconformities, ReadActions actions, ProcedureLibrary procedures, ExternalDocumentList external)
{
    private const int MostNamed = 3;

    /// <exception cref="InvalidOperationException">The clause map names a reading there is not.</exception>
    public Task<EvidenceFound> Find(Actor actor, WantedEvidence wanted, DateTimeOffset now, CancellationToken cancel)
    {
        var since = wanted.WithinDays is { } days ? now.AddDays(-days) : DateTimeOffset.MinValue;
        return wanted.Query switch
        {
            "register" => Register(actor, wanted.Of!, cancel),
            "acknowledged" => Acknowledged(actor, wanted.Of!, cancel),
            "terms" => Terms(actor, wanted.Of!, cancel),
            "objectives-missed" => Missed(actor, cancel),
            "procedures" => Task.FromResult(InForce(VietnamTime.DateOf(now))),
            "steps-done" => Steps(since, role: null, cancel),
            "decided-by" => Steps(since, wanted.Of, cancel),
            "roles-held" => Held(wanted.Of!.Split(','), VietnamTime.DateOf(now), cancel),
            "people" => People(VietnamTime.DateOf(now), cancel),
            "external-documents" => External(actor, cancel),
            "external-expired" => Expired(actor, cancel),
            "readings" => Readings(wanted.Of, since, VietnamTime.DateOf(now), cancel),
            "messages" => Messages(since, cancel),
            "records" => Records(since, cancel),
            "dossiers-received" => Received(since, cancel),
            "results" => Results(since, cancel),
            "apologies" => Apologies(now, cancel),
            "originals" => Originals(cancel),
            "organisation-log" => OrganisationLog(cancel),
            "surveys" => Surveys(since, cancel),
            "finished" => Finished(wanted.Of!, since, cancel),
            "actions" => Actions(actor, wanted.Of!, cancel),
            "nonconformities" => Nonconformities(now, cancel),
            "closed-by-another" => ClosedByAnother(cancel),
            _ => throw new InvalidOperationException($"There is no reading “{wanted.Query}”."),
        };
    }

    private async Task<EvidenceFound> Register(Actor actor, string id, CancellationToken cancel)
    {
        var view = await registers.Run(actor, id, cancel);
        var standing = view.Standing.ToList();
        var late = standing.Where(entry => entry.IsReviewLate || entry.IsLate).ToList();
        var untreated = view.Register.Matrix is { } matrix
            ? standing.Where(entry => entry.Score >= matrix.ActFrom && string.IsNullOrWhiteSpace(entry.Row.Value("measures"))).ToList()
            : [];
        return new EvidenceFound(
            view.Register.Name, standing.Count, standing.Select(entry => (DateTimeOffset?)entry.Row.ChangedAt).Max(),
            [.. Named(late, entry => entry.Row.Title, "Quá kỳ xem xét hoặc quá hạn", "Review or term is over"),
             .. Named(untreated, entry => entry.Row.Title, "Mức cao mà chưa có biện pháp", "High, and no measures")],
            "/Quality/Register", id);
    }

    private async Task<EvidenceFound> Acknowledged(Actor actor, string id, CancellationToken cancel)
    {
        var view = await registers.Run(actor, id, cancel);
        var (readers, wanted) = (view.Readers, view.Standing.Any() ? view.Officers : 0);
        return new EvidenceFound(
            Confirmed(view.Register), readers.Count, readers.Select(reader => reader.AcknowledgedAt).Max(),
            readers.Count >= wanted ? [] : [new($"{wanted - readers.Count} người chưa xác nhận đã đọc.", $"{Wording.Count(wanted - readers.Count, "person")} to confirm reading it still.")],
            "/Quality/Register", id);
    }

    private async Task<EvidenceFound> Terms(Actor actor, string id, CancellationToken cancel)
    {
        var view = await registers.Run(actor, id, cancel);
        var late = view.Standing.Where(entry => entry.Terms.Any(term => term.IsLate)).ToList();
        return new EvidenceFound(
            view.Register.Name, view.Entries.Count, view.Entries.Select(entry => (DateTimeOffset?)entry.Row.ChangedAt).Max(),
            [.. Named(late, entry => entry.Row.Title, "Quá thời hạn giải quyết", "Past its term")], "/Quality/Register", id);
    }

    private async Task<EvidenceFound> Missed(Actor actor, CancellationToken cancel)
    {
        var measured = (await registers.Run(actor, "objectives", cancel)).Standing.Where(entry => entry.Live is not null).ToList();
        var missed = measured.Where(entry => entry.Live!.State == TargetState.Missed).ToList();
        return new EvidenceFound(
            new("Mục tiêu được đo", "Objectives measured"), measured.Count, null, [.. Named(missed, entry => entry.Row.Title, "Dưới ngưỡng", "Below the threshold")],
            "/Quality/Register", "objectives");
    }

    private EvidenceFound InForce(DateOnly today)
    {
        var inForce = procedures.InForce(today);
        return new EvidenceFound(
            new("Quy trình đang có hiệu lực", "Procedures in force"), inForce.Count,
            inForce.Count == 0 ? null : VietnamTime.ToInstant(inForce.Max(version => version.InForceFrom), TimeOnly.MinValue), [], "/Library/Index");
    }

    private Task<EvidenceFound> Steps(DateTimeOffset since, string? role, CancellationToken cancel)
    {
        var done = db.Set<TaskRow>().Where(task => task.Status == TaskState.Done && (role == null || task.DeclaredRole == role)).Select(task => task.DoneAt);
        return Counted(
            role is null ? new("Bước đã thực hiện", "Steps done") : new($"Bước do {Roles.NameOf(role).Vi} quyết định", $"Steps decided by: {Roles.NameOf(role).En}"),
            done, since, [], "/Reports/Index", cancel);
    }

    private async Task<EvidenceFound> Held(string[] roles, DateOnly today, CancellationToken cancel)
    {
        var held = await db.Set<PersonRole>().AsNoTracking().Where(row => roles.Contains(row.Role) && row.FromOn <= today && (row.ToOn == null || row.ToOn >= today))
            .Select(row => new { row.Role, row.GivenAt }).ToListAsync(cancel);
        var empty = roles.Where(role => held.All(row => row.Role != role)).Select(Roles.NameOf).ToList();
        return new EvidenceFound(
            new("Vai trò cần thiết có người giữ", "Needed roles that are held"), held.Select(row => row.Role).Distinct().Count(), held.Select(row => (DateTimeOffset?)row.GivenAt).Max(),
            empty.Count == 0 ? [] : [new($"Chưa ai giữ vai trò: {string.Join(", ", empty.Select(role => role.Vi))}.", $"Nobody holds the role: {string.Join(", ", empty.Select(role => role.En))}.")],
            "/Organisation/People");
    }

    private async Task<EvidenceFound> People(DateOnly today, CancellationToken cancel) => new(
        new("Cán bộ đang làm việc", "People at work"),
        await AtWork(today).CountAsync(cancel), null, [], "/Organisation/People");

    private async Task<EvidenceFound> External(Actor actor, CancellationToken cancel) => new(
        new("Tài liệu bên ngoài", "External documents"), (await external.List(actor, cancel)).Count, null, [], "/Authoring/ExternalDocuments");

    private async Task<EvidenceFound> Expired(Actor actor, CancellationToken cancel)
    {
        var expired = (await external.ExpiredByProcedure(actor.AgencyId, cancel)).SelectMany(group => group).Select(text => text.Number).Distinct().Order(StringComparer.Ordinal).ToList();
        return new EvidenceFound(
            new("Văn bản hết hiệu lực mà quy trình còn viện dẫn", "Expired texts that procedures still cite"), expired.Count, null,
            [.. Named(expired, number => number, "Quy trình đang áp dụng còn viện dẫn văn bản hết hiệu lực", "Procedures in force cite texts that are not")], "/Authoring/ExternalDocuments");
    }

    /// <summary>The reading of a register, or of all procedures; who has left has nothing more to read.</summary>
    private async Task<EvidenceFound> Readings(string? registerId, DateTimeOffset since, DateOnly today, CancellationToken cancel)
    {
        var register = registerId is null ? null : QualityRegisters.Get(registerId);
        var all = register is null ? QualityRegisters.All.Select(each => each.Id).ToList() : [register.Id];
        var rows = db.Set<ReadingRow>().AsNoTracking().Latest().Where(row => all.Contains(row.Code) == (register != null));
        var read = rows.Where(row => row.AcknowledgedAt != null);
        var late = await rows.Where(row => row.AcknowledgedAt == null && row.AskedAt < since && AtWork(today).Any(person => person.Id == row.PersonId))
            .OrderBy(row => row.AskedAt).Select(row => register == null ? row.PersonName + " (" + row.Code + ")" : row.PersonName).ToListAsync(cancel);
        return new EvidenceFound(
            register is null ? new("Quy trình được xác nhận đã đọc", "Procedures confirmed as read") : Confirmed(register),
            await read.CountAsync(cancel), await read.MaxAsync(row => row.AcknowledgedAt, cancel), [.. Named(late, name => name, "Chưa đọc sau thời hạn", "Not read in time")],
            register is null ? "/Library/Index" : "/Quality/Register", register?.Id);
    }

    private static Text Confirmed(QualityRegister register) => new($"Xác nhận đã đọc: {register.Name.Vi}", $"Confirmed reading: {register.Name.En}");

    private Task<EvidenceFound> Messages(DateTimeOffset since, CancellationToken cancel) => Counted(
        new("Tin nhắn, thư đã gửi", "Messages sent"), db.Set<MessageRow>().Where(row => row.SentAt != null).Select(row => row.SentAt), since, [], "/Messages/Index", cancel);

    private async Task<EvidenceFound> Records(DateTimeOffset since, CancellationToken cancel) => await Counted(
        new("Hồ sơ, giấy tờ đã phát hành", "Records issued"), db.Set<RecordRow>().Select(row => (DateTimeOffset?)row.IssuedAt), since, [], null, cancel);

    private Task<EvidenceFound> Received(DateTimeOffset since, CancellationToken cancel) => Counted(
        new("Hồ sơ đã tiếp nhận", "Dossiers received"), Applicants().Select(row => (DateTimeOffset?)row.ReceivedAt), since, [], "/Dossiers/Index", cancel);

    private Task<EvidenceFound> Results(DateTimeOffset since, CancellationToken cancel) => Counted(
        new("Hồ sơ đã có kết quả", "Dossiers with a result"), Applicants().Where(row => row.SettledBy != null).Select(row => row.FinishedAt), since, [], "/Dossiers/Index", cancel);

    private async Task<EvidenceFound> Apologies(DateTimeOffset now, CancellationToken cancel)
    {
        var overdue = Applicants().Where(row => row.OriginalPromisedAt != null
            && ((row.FinishedAt == null && !row.IsPaused && row.OriginalPromisedAt < now) || row.FinishedAt > row.OriginalPromisedAt));
        var without = await overdue.Where(row => row.ExtendedAt == null).OrderBy(row => row.OriginalPromisedAt).Select(row => row.IsConfidential ? "(bảo mật)" : row.Code).ToListAsync(cancel);
        return new EvidenceFound(
            new("Văn bản xin lỗi của hồ sơ quá hạn", "Letters of apology for overdue dossiers"), await overdue.CountAsync(row => row.ExtendedAt != null, cancel),
            await overdue.MaxAsync(row => row.ExtendedAt, cancel), [.. Named(without, code => code, "Quá hạn mà không có văn bản xin lỗi", "Overdue without an apology")], "/Reports/Index");
    }

    private async Task<EvidenceFound> Originals(CancellationToken cancel)
    {
        var kept = (await Applicants().Where(row => row.ReturnedAt != null && row.Components.Replace("\"held\":0", "").Contains("\"held\"")).ToListAsync(cancel))
            .Where(row => row.HeldOriginals().Count > 0).Select(row => row.IsConfidential ? "(bảo mật)" : row.Code).ToList();
        return new EvidenceFound(
            new("Bản chính còn giữ sau khi trả kết quả", "Originals kept after the result was returned"), kept.Count, null,
            [.. Named(kept, code => code, "Chưa trả bản chính", "Originals not given back")], "/Dossiers/Index");
    }

    private Task<EvidenceFound> OrganisationLog(CancellationToken cancel) => Counted(
        new("Thay đổi tổ chức được ghi lại", "Changes of the organisation on record"),
        db.History.Where(row => row.InstanceId == Organisation.OrganisationLog.InstanceId).Select(row => (DateTimeOffset?)row.At), DateTimeOffset.MinValue, [], "/Organisation/Log", cancel);

    private Task<EvidenceFound> Surveys(DateTimeOffset since, CancellationToken cancel) => Counted(
        new("Phiếu đánh giá của người dân", "Answers of applicants"), db.Set<SurveyRow>().Where(row => !row.IsDeclined).Select(row => (DateTimeOffset?)row.AnsweredAt), since, [], "/Reports/Satisfaction", cancel);

    private Task<EvidenceFound> Finished(string procedure, DateTimeOffset since, CancellationToken cancel) => Counted(
        new($"Hồ sơ {procedure} đã hoàn tất", $"Dossiers of {procedure} completed"),
        db.Set<DossierRow>().Where(row => row.ProcedureCode == procedure && row.FinishedAt != null).Select(row => row.FinishedAt), since, [],
        procedure == QualityProcedures.Audit ? "/Quality/Audits" : "/Quality/Reviews", cancel);

    private async Task<EvidenceFound> Actions(Actor actor, string procedure, CancellationToken cancel)
    {
        var given = await actions.Run(actor, procedure, cancel);
        return new EvidenceFound(
            new($"Việc được giao từ {procedure}", $"Actions given by {procedure}"), given.Count, given.Select(action => (DateTimeOffset?)action.Task.CreatedAt).Max(),
            [.. Named([.. given.Where(action => action.IsOpen && action.IsLate)], action => action.What.Vi, "Quá hạn chưa xong", "Late and not done")], "/Quality/Actions");
    }

    private async Task<EvidenceFound> Nonconformities(DateTimeOffset now, CancellationToken cancel)
    {
        var reports = await db.Set<DossierRow>().AsNoTracking().Where(row => row.ProcedureCode == QualityProcedures.Nonconformity).ToListAsync(cancel);
        var late = reports.Where(row => row.FinishedAt is null && row.IsOverdue(now)).ToList();
        return new EvidenceFound(
            new("Phiếu không phù hợp", "Nonconformity reports"), reports.Count, reports.Select(row => (DateTimeOffset?)row.ReceivedAt).Max(),
            [.. Named(late, row => row.Code, "Xử lý quá hạn", "Overdue")], "/Quality/Nonconformities");
    }

    private async Task<EvidenceFound> ClosedByAnother(CancellationToken cancel)
    {
        var closed = await db.Set<DossierRow>().AsNoTracking().Where(row => row.ProcedureCode == QualityProcedures.Nonconformity && row.FinishedAt != null).ToListAsync(cancel);
        var own = (await nonconformities.Lines(closed, cancel)).Where(line => line.ClosedBy is { } closer && line.ActedBy.Contains(closer)).ToList();
        return new EvidenceFound(
            new("Phiếu do người khác đóng", "Reports closed by somebody else"), closed.Count - own.Count, closed.Max(row => row.FinishedAt),
            [.. Named(own, line => line.Dossier.Code, "Người thực hiện tự đóng", "Closed by who acted")], "/Quality/Nonconformities");
    }

    private IQueryable<Person> AtWork(DateOnly today) => db.Set<Person>().Where(person => person.FromOn <= today && (person.ToOn == null || person.ToOn >= today));

    private IQueryable<DossierRow> Applicants() => db.Set<DossierRow>().AsNoTracking().Where(row => !row.IsInternal);

    /// <summary>How many lie in the time, and the newest of all.</summary>
    private static async Task<EvidenceFound> Counted(
        Text what, IQueryable<DateTimeOffset?> moments, DateTimeOffset since, IReadOnlyList<Text> missing, string? page, CancellationToken cancel) =>
        new(what, await moments.CountAsync(at => at >= since, cancel), await moments.MaxAsync(cancel), missing, page);

    private static IEnumerable<Text> Named<T>(IReadOnlyCollection<T> which, Func<T, string> name, string vi, string en)
    {
        if (which.Count == 0) yield break;
        var names = string.Join(", ", which.Take(MostNamed).Select(name));
        var (more, others) = which.Count > MostNamed ? ($" và {which.Count - MostNamed} mục khác", $" and {which.Count - MostNamed} more") : ("", "");
        yield return new($"{vi}: {names}{more}.", $"{en}: {names}{others}.");
    }
}

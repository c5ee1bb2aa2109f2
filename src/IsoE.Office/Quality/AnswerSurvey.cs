using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality;

/// <summary>The applicant says how satisfied they are with the settlement of a dossier, once, or that they do not want to be asked.</summary>
/// <remarks>The answer has a history of its own: whoever reads the dossier does not read what its applicant said.</remarks>
public sealed class AnswerSurvey(OfficeDb db, InstanceRunner instances, SetSurveyRules rules)
{
    private const int LongestComment = 1000;

    /// <summary>The dossier behind the secret of its receipt, across agencies, if its applicant may be asked; else null.</summary>
    public Task<DossierRow?> Find(string trackingSecret, CancellationToken cancel) =>
        Dossiers.SingleOrDefaultAsync(row => row.TrackingSecret == trackingSecret, cancel);

    /// <summary>The dossier of an agency by the code on its receipt, for a tablet at the counter; else null.</summary>
    public Task<DossierRow?> FindByCode(string agencyId, string code, CancellationToken cancel)
    {
        var typed = code.Trim().ToUpperInvariant();
        return Dossiers.SingleOrDefaultAsync(row => row.AgencyId == agencyId && row.Code == typed, cancel);
    }

    /// <summary>Whether there is an answer already.</summary>
    public Task<bool> IsAnswered(DossierRow dossier, CancellationToken cancel)
    {
        var id = SurveyRow.IdOf(dossier.InstanceId);
        return db.Set<SurveyRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AnyAsync(row => row.AgencyId == dossier.AgencyId && row.InstanceId == id, cancel);
    }

    /// <summary>Whether the applicant can answer now.</summary>
    /// <exception cref="RejectedException"><c>survey-answered</c>, <c>survey-early</c> before the end of the dossier.</exception>
    public async Task Expect(DossierRow dossier, CancellationToken cancel)
    {
        RefuseEarly(dossier);
        if (await IsAnswered(dossier, cancel)) throw Answered();
    }

    /// <exception cref="RejectedException"><c>survey-answered</c>, <c>survey-early</c> before the end of the dossier, <c>marks</c> when there are none or one is no mark.</exception>
    public async Task Run(DossierRow dossier, Marks marks, string? comment, CancellationToken cancel)
    {
        if (!marks.Given.Any() || marks.Given.Any(mark => mark is < 1 or > 5))
            throw new RejectedException("marks", new Text("Chọn mức cho ít nhất một câu hỏi.", "Give a mark to one question at least."));
        var (unit, officer) = await About(dossier, cancel);
        var low = (await rules.Of(dossier.AgencyId, cancel)).LowMark;
        var said = VietnameseText.Compose(comment?.Trim() ?? "");
        await Record(dossier, new SurveyAnswered(
            dossier.InstanceId, dossier.ProcedureCode, unit, officer, marks, said.Length == 0 ? null : said[..Math.Min(said.Length, LongestComment)], low), cancel);
    }

    /// <exception cref="RejectedException"><c>survey-answered</c>, <c>survey-early</c>.</exception>
    public async Task Decline(DossierRow dossier, CancellationToken cancel)
    {
        var (unit, officer) = await About(dossier, cancel);
        await Record(dossier, new SurveyDeclined(dossier.InstanceId, dossier.ProcedureCode, unit, officer), cancel);
    }

    private IQueryable<DossierRow> Dossiers => db.Set<DossierRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter]).AsNoTracking()
        .Where(row => !row.IsInternal && !row.IsConfidential);

    private async Task Record(DossierRow dossier, OfficeEvent fact, CancellationToken cancel)
    {
        RefuseEarly(dossier);
        var id = SurveyRow.IdOf(dossier.InstanceId);
        await instances.Run(
            new StepRequest(dossier.AgencyId, id, Guid.CreateVersion7().ToString("N"), Actor.ApplicantId) { Also = [typeof(SurveyRow)] },
            step =>
            {
                if (step.Find<SurveyRow>() is not null) throw Answered();
                step.Record(fact);
            },
            cancel);
    }

    /// <summary>The unit that did the last step of a unit's own, and who received the dossier.</summary>
    private async Task<(string? Unit, string? Officer)> About(DossierRow dossier, CancellationToken cancel)
    {
        var unit = await db.Set<TaskRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter])
            .Where(task => task.AgencyId == dossier.AgencyId && task.InstanceId == dossier.InstanceId && task.UnitCode != null && task.DoneAt != null)
            .OrderByDescending(task => task.DoneAt).Select(task => task.UnitCode).FirstOrDefaultAsync(cancel);
        return (unit, dossier.ReceivedBy);
    }

    private static void RefuseEarly(DossierRow dossier)
    {
        if (dossier.FinishedAt is null)
            throw new RejectedException("survey-early", new Text(
                "Hồ sơ chưa giải quyết xong. Mời Ông/Bà đánh giá khi có kết quả.", "The dossier has not been settled yet. Please come back when there is a result."));
    }

    private static RejectedException Answered() => new("survey-answered", new Text(
        "Hồ sơ này đã có đánh giá. Xin cảm ơn Ông/Bà.", "There is an answer for this dossier already. Thank you."));
}

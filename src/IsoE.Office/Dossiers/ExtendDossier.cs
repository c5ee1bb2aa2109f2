using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>
/// Apologises and sets a new date (Form 04): once, with a reason, signed by a head one level above the person in
/// delay (SoD-8). The original promised date stays the one that statistics use.
/// </summary>
public sealed class ExtendDossier(InstanceRunner instances, CalendarSource calendars, PromisedDates dates)
{
    /// <param name="newPromisedAt">The new date; not in the past, later than the one promised, on a working day.</param>
    /// <exception cref="RejectedException">
    /// <c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>sod-8</c>, <c>not-in-this-status</c>, <c>reason-missing</c>,
    /// <c>extended-before</c>, <c>new-date</c>, <c>no-promised-date</c>.
    /// </exception>
    public Task<StepResult> Run(
        Actor actor, string dossierId, DateTimeOffset newPromisedAt, string reason, string commandId, CancellationToken cancel)
    {
        var given = OpenDossier.Reason(reason);
        return instances.Run(new StepRequest(actor.AgencyId, dossierId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            var dossier = OpenDossier.Get(step, actor, Right.ExtendDossier, DossierAction.Extend);
            RefuseSecond(dossier);
            CheckDate(step, dossier, newPromisedAt);
            var delayed = Delayed(step);
            CheckLevel(actor, delayed);
            step.Record(new ExtensionGranted(
                dossier.PromisedAt,
                Instant.ToStored(newPromisedAt),
                given,
                actor.Name,
                delayed?.AssigneeName ?? Roles.NameOf(delayed?.Role ?? Roles.System).Vi,
                dates.NearlyDueAt(dossier, newPromisedAt)));
        }
    }

    private static void RefuseSecond(DossierRow dossier)
    {
        if (dossier.ExtendedAt is { } before)
            throw new RejectedException("extended-before", new Text(
                $"Hồ sơ đã được gia hạn một lần lúc {Wording.Moment(before).Vi}; chỉ được hẹn lại một lần.",
                $"The dossier was extended at {Wording.Moment(before).En}; a new date can be set only once."));
    }

    private void CheckDate(Step step, DossierRow dossier, DateTimeOffset date)
    {
        if (dossier.PromisedAt is not { } promised)
            throw new RejectedException("no-promised-date", new Text(
                "Thủ tục này không có thời hạn giải quyết nên không cần gia hạn.", "The procedure has no time limit to extend."));
        var isWorkingDay = calendars(step.AgencyId).Calendar.IsWorkingDay(VietnamTime.DateOf(date));
        if (date > step.Now && date > promised && isWorkingDay) return;
        throw new RejectedException("new-date", new Text(
            $"Ngày hẹn mới phải là ngày làm việc, sau hôm nay và sau {Wording.Moment(promised).Vi}.",
            $"The new date has to be a working day, after today and after {Wording.Moment(promised).En}."))
        { Field = "NewPromisedAt" };
    }

    /// <summary>The task that holds the dossier up: the open one that counts and is due first.</summary>
    private static TaskRow? Delayed(Step step) => step.All<TaskRow>()
        .Where(task => task.Status == TaskState.Open && task.Clock == Clocks.Counts)
        .MinBy(task => task.DueAt);

    private static void CheckLevel(Actor actor, TaskRow? delayed)
    {
        if (delayed is null) return;
        var isAbove = actor.RoleCodes.Any(role => Roles.IsAbove(role, delayed.DeclaredRole))
            || (Roles.SuperiorOf(delayed.DeclaredRole) is null && actor.Has(delayed.DeclaredRole));
        if (isAbove && delayed.AssigneeId != actor.PersonId) return;
        var signer = Roles.NameOf(Roles.SuperiorOf(delayed.DeclaredRole) ?? delayed.DeclaredRole);
        throw new RejectedException("sod-8", new Text(
            $"Bước “{delayed.TitleVi}” đang chậm; văn bản xin lỗi phải do người trên một cấp ký (SoD-8): {signer.Vi}.",
            $"Step “{delayed.TitleEn}” is in delay; the apology is signed one level above (SoD-8): {signer.En}."));
    }
}

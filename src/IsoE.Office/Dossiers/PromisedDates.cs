using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using Pause = IsoE.Office.Calendars.Pause;

namespace IsoE.Office.Dossiers;

/// <summary>The dates a dossier promises, by the calendar of its agency.</summary>
public sealed class PromisedDates(CalendarSource calendars)
{
    /// <summary>The end of the limit for a dossier received now; null for a procedure without a limit.</summary>
    /// <exception cref="RejectedException">The calendar does not have the years needed.</exception>
    public DateTimeOffset? OnReceipt(string agencyId, TimeLimit? limit, DateTimeOffset receivedAt) =>
        limit is { } counted ? calendars(agencyId).DueAt(receivedAt, counted) : null;

    /// <summary>The promised date explained, pauses included; null for a procedure without a limit, or one whose clock has not started.</summary>
    /// <param name="asOf">Up to when a pause that is still open counts.</param>
    public ExplainedDueDate? Explain(DossierRow dossier, DateTimeOffset asOf) =>
        LimitOf(dossier) is { } limit && dossier is not { ClockStart: ClockStart.Accepted, AcceptedAt: null }
            ? calendars(dossier.AgencyId).Explain(StartOf(dossier), limit, Pauses(dossier.ReadPauses()), asOf)
            : null;

    internal DossierAccepted OnAcceptance(DossierRow dossier, DateTimeOffset acceptedAt)
    {
        var startedAt = dossier.ClockStart == ClockStart.Received ? dossier.ReceivedAt : acceptedAt;
        var promised = dossier.ClockStart == ClockStart.Received
            ? dossier.PromisedAt
            : OnReceipt(dossier.AgencyId, LimitOf(dossier), acceptedAt);
        return new DossierAccepted(promised, promised is { } due ? NearlyDueAt(dossier, startedAt, due) : null);
    }

    /// <summary>From when little time to a promised date is left.</summary>
    internal DateTimeOffset NearlyDueAt(DossierRow dossier, DateTimeOffset promisedAt) =>
        NearlyDueAt(dossier, StartOf(dossier), promisedAt);

    /// <summary>The new date once the last pause is over; null when it stays or there is none.</summary>
    internal PromisedDateMoved? AfterPauses(DossierRow dossier)
    {
        var pauses = dossier.ReadPauses();
        if (LimitOf(dossier) is not { } limit || dossier.OriginalPromisedAt is not { } original) return null;
        var calculator = calendars(dossier.AgencyId);
        var moved = calculator.DueAt(StartOf(dossier), limit, Pauses(pauses));
        if (moved == original) return null;
        var promised = dossier.ExtendedAt is null ? moved : Shifted(calculator.Calendar, dossier.PromisedAt!.Value, original, moved);
        return new PromisedDateMoved(dossier.PromisedAt, promised, moved, Cause(pauses[^1]), NearlyDueAt(dossier, promised));
    }

    private DateTimeOffset NearlyDueAt(DossierRow dossier, DateTimeOffset startedAt, DateTimeOffset promisedAt)
    {
        var calendar = calendars(dossier.AgencyId).Calendar;
        return calendar.Definition.NearlyDue.At(calendar, startedAt, LimitOf(dossier), promisedAt);
    }

    /// <summary>What the next prolongation of the dossier's case does to its limit and date; null when none is left.</summary>
    internal TermProlonged? Prolonged(DossierRow dossier, Procedure procedure)
    {
        if (dossier.LegalLimit is not { } before || Next(dossier, procedure) is not { } next) return null;
        var ended = dossier.ReadPauses().Where(pause => pause.To is not null);
        var to = calendars(dossier.AgencyId).DueAt(StartOf(dossier), next.Limit, Pauses(ended));
        return new TermProlonged(before, next.Limit.ToString(), next.Ground, dossier.PromisedAt, to);
    }

    /// <summary>The dossier's limit and date under another version; null when both stay, or the dossier is settled.</summary>
    /// <exception cref="RejectedException">The calendar does not have the years needed.</exception>
    internal MovedTerm? Under(DossierRow dossier, ProcedureCase other)
    {
        var limit = dossier.Prolongations == 0 ? other.Limit : other.Prolongations.ElementAtOrDefault(dossier.Prolongations - 1)?.Limit ?? other.Limit;
        if (dossier.FinishedAt is not null || dossier.LegalLimit is not { } before || before == limit.ToString()) return null;
        if (dossier.PromisedAt is null) return new MovedTerm(before, limit.ToString(), null, null, null, null);
        var ended = dossier.ReadPauses().Where(pause => pause.To is not null);
        var calculator = calendars(dossier.AgencyId);
        var original = calculator.DueAt(StartOf(dossier), limit, Pauses(ended));
        var promised = dossier.ExtendedAt is not null && dossier.PromisedAt > original ? dossier.PromisedAt.Value : original;
        var nearly = calculator.Calendar.Definition.NearlyDue.At(calculator.Calendar, StartOf(dossier), limit, promised);
        return new MovedTerm(before, limit.ToString(), dossier.PromisedAt, promised, original, nearly);
    }

    /// <summary>The prolongation a dossier can still have; null when none is left.</summary>
    internal static Prolongation? Next(DossierRow dossier, Procedure procedure) =>
        procedure.FindCase(dossier.CaseId)?.Prolongations.ElementAtOrDefault(dossier.Prolongations);

    /// <summary>An extended date moves by as many working days as the original one did.</summary>
    private static DateTimeOffset Shifted(
        WorkingCalendar calendar, DateTimeOffset extended, DateTimeOffset original, DateTimeOffset moved)
    {
        var days = calendar.WorkingDaysAfter(VietnamTime.DateOf(original), VietnamTime.DateOf(moved));
        return days == 0 ? extended : calendar.EndOfWork(calendar.AddWorkingDays(VietnamTime.DateOf(extended), days));
    }

    private static DateTimeOffset StartOf(DossierRow dossier) =>
        dossier.ClockStart == ClockStart.Accepted ? dossier.AcceptedAt ?? dossier.ReceivedAt : dossier.ReceivedAt;

    private static TimeLimit? LimitOf(DossierRow dossier) => dossier.LegalLimit is null ? null : TimeLimit.Parse(dossier.LegalLimit);

    private static List<Pause> Pauses(IEnumerable<DossierPause> pauses) =>
        [.. pauses.Select(pause => new Pause(pause.From, pause.To, PauseReasons.NameOf(pause.WaitsFor)))];

    private static Text Cause(DossierPause pause)
    {
        var reason = PauseReasons.NameOf(pause.WaitsFor);
        var (from, to) = (Wording.Moment(pause.From), Wording.Moment(pause.To!.Value));
        return new Text(
            $"Thời gian tạm dừng để {reason.Vi} (từ {from.Vi} đến {to.Vi}) không tính vào thời hạn giải quyết.",
            $"The pause for {reason.En} (from {from.En} to {to.En}) does not count.");
    }
}

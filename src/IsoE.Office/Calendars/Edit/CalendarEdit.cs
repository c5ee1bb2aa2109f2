using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Calendars.Edit;

/// <summary>What a change of the calendar did.</summary>
/// <param name="Differences">The days on which work or its hours are others now.</param>
public sealed record CalendarChange(WorkingCalendar Before, WorkingCalendar After, IReadOnlyList<CalendarDifference> Differences);

/// <summary>Changes an agency's calendar in one transaction: rows in, checks, revision, rows kept.</summary>
/// <remarks>The first change gives the agency its own copy of the national calendar.</remarks>
public sealed class CalendarEdit(OfficeDb db, AgencyCalendars calendars, OrganisationLog log, TimeProvider clock)
{
    /// <param name="save">False shows what the change would do and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-changed-meanwhile</c>, or what <see cref="WorkingCalendar"/> refuses.</exception>
    internal async Task<CalendarChange> Run(Actor actor, Action<CalendarDraft> change, bool save, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeCalendar);
        var author = new CalendarAuthor(actor.AgencyId, actor.PersonId, clock.GetUtcNow());
        // Read before the rows: whoever changes them from here on makes this revision stale.
        var revision = await db.Set<CalendarRevisionRow>().SingleOrDefaultAsync(cancel);
        var stored = await db.Set<CalendarRow>().Where(row => row.RemovedAt == null).ToListAsync(cancel);
        var draft = new CalendarDraft(author, stored);
        var before = new WorkingCalendar(CalendarRows.Definition(draft.Rows));
        change(draft);
        var after = new WorkingCalendar(CalendarRows.Definition(draft.Rows));
        if (save) await Save(actor, draft, revision, cancel);
        else db.ChangeTracker.Clear();
        return new CalendarChange(before, after, CalendarDifference.Between(before, after));
    }

    private async Task Save(Actor actor, CalendarDraft draft, CalendarRevisionRow? revision, CancellationToken cancel)
    {
        db.AddRange(draft.Added);
        CountRevision(revision, draft.Author);
        try
        {
            await log.Write(actor, cancel);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (LostRace.Explains(failure))
        {
            db.ChangeTracker.Clear();
            throw new RejectedException("calendar-changed-meanwhile", new Text(
                "Người khác vừa sửa lịch làm việc. Hãy tải lại trang, xem thay đổi rồi lưu lại.",
                "Somebody else has just changed the calendar. Load the page again, look at the change and save once more."));
        }
        finally
        {
            calendars.Forget(draft.Author.AgencyId);
        }
    }

    private void CountRevision(CalendarRevisionRow? revision, CalendarAuthor author)
    {
        if (revision is null)
        {
            db.Add(new CalendarRevisionRow { AgencyId = author.AgencyId, Revision = 1, ChangedBy = author.PersonId, ChangedAt = author.At });
            return;
        }
        revision.Revision++;
        revision.ChangedBy = author.PersonId;
        revision.ChangedAt = author.At;
    }
}

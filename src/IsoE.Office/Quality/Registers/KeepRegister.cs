using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Registers;

/// <summary>Writes the entries of the quality registers. What stood before stays in their history.</summary>
public sealed class KeepRegister(OfficeDb db, InstanceRunner instances, RegisterReading readings, TimeProvider clock)
{
    private static readonly Type[] Rows = [typeof(RegisterEntryRow)];

    /// <summary>Writes an entry, or writes it anew.</summary>
    /// <param name="entryId">Id made with <c>RowId.New</c> when the page was opened; that of the entry to be written anew.</param>
    /// <param name="entered">Values of the register's fields, as typed.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>register-unknown</c>, <c>form-invalid</c> (with a sentence per field), <c>entry-closed</c>,
    /// <c>entry-elsewhere</c>.
    /// </exception>
    public async Task Record(Actor actor, string registerId, string entryId, JsonElement entered, string commandId, CancellationToken cancel)
    {
        Allow(actor);
        var register = QualityRegisters.Get(registerId);
        var now = clock.GetUtcNow();
        var values = Checked(register, entered, VietnamTime.DateOf(now));
        var title = values.TryGetProperty(register.Fields[0].Id, out var first) ? Workflows.Values.ToText(first) : register.Name.Vi;
        var before = register.IsSingle ? await Standing(registerId, entryId, cancel) : [];
        await instances.Run(
            Request(actor, entryId, commandId),
            step =>
            {
                if (step.Find<RegisterEntryRow>() is { } row) Open(row, registerId);
                step.Record(new EntryRecorded(registerId, title, values, ReviewOn(register, now), actor.Name));
            },
            cancel);
        foreach (var old in before) await Close(actor, old, $"Thay bằng: {title}", $"{commandId}:{old}", cancel);
        if (register.IsAcknowledged) await readings.Ask(actor, registerId, commandId, cancel);
    }

    /// <summary>Looked at again: the entry is still right.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>entry-unknown</c>, <c>entry-closed</c>, <c>note-missing</c>.</exception>
    public Task Review(Actor actor, string entryId, string? note, string commandId, CancellationToken cancel)
    {
        Allow(actor);
        var said = Said(note);
        return instances.Run(
            Request(actor, entryId, commandId),
            step =>
            {
                var row = Open(step.Find<RegisterEntryRow>());
                step.Record(new EntryReviewed(said, ReviewOn(QualityRegisters.Get(row.Register), step.Now), actor.Name));
            },
            cancel);
    }

    /// <summary>The entry is done, or holds no longer.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>entry-unknown</c>, <c>entry-closed</c>, <c>note-missing</c>.</exception>
    public Task Close(Actor actor, string entryId, string? reason, string commandId, CancellationToken cancel)
    {
        Allow(actor);
        var said = Said(reason);
        return instances.Run(
            Request(actor, entryId, commandId),
            step =>
            {
                Open(step.Find<RegisterEntryRow>());
                step.Record(new EntryClosed(said, actor.Name));
            },
            cancel);
    }

    /// <summary>The actor has read a register that everybody has to know, as it stands now. Saying so again adds nothing.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>register-unknown</c>, <c>register-not-read</c>, <c>register-empty</c>.</exception>
    public async Task Acknowledge(Actor actor, string registerId, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        Permit.RefuseAdministrators(actor);
        var register = QualityRegisters.Get(registerId);
        if (!register.IsAcknowledged) throw new RejectedException("register-not-read", new Text(
            $"Sổ “{register.Name.Vi}” không yêu cầu xác nhận đã đọc.", $"Nobody has to confirm reading “{register.Name.En}”."));
        if ((await Standing(registerId, "", cancel)).Count == 0) throw new RejectedException("register-empty", new Text(
            $"“{register.Name.Vi}” chưa có nội dung để đọc.", $"There is nothing to read in “{register.Name.En}” yet."));
        await readings.Acknowledge(actor, registerId, cancel);
    }

    private Task<List<string>> Standing(string register, string except, CancellationToken cancel) => db.Set<RegisterEntryRow>().AsNoTracking()
        .Where(row => row.Register == register && row.ClosedAt == null && row.InstanceId != except).Select(row => row.InstanceId).ToListAsync(cancel);

    private static void Allow(Actor actor)
    {
        Permit.Require(actor, Right.KeepRegisters);
        Permit.RefuseAdministrators(actor);
    }

    private static JsonElement Checked(QualityRegister register, JsonElement entered, DateOnly today)
    {
        var check = FormValidation.Validate(register.Fields, entered, FormAnswers.ForDossier(register.Id, today));
        return check.IsValid ? check.Values : throw TaskForms.Invalid(check.Errors);
    }

    private static StepRequest Request(Actor actor, string entryId, string commandId) => new(actor.AgencyId, entryId, commandId, actor.PersonId) { Also = Rows };

    private static DateOnly? ReviewOn(QualityRegister register, DateTimeOffset now) =>
        register.ReviewDays is { } days ? VietnamTime.DateOf(now).AddDays(days) : null;

    private static string Said(string? text) => VietnameseText.Compose(text?.Trim() ?? "") is { Length: > 0 } said
        ? said
        : throw new RejectedException("note-missing", new Text("Ghi nhận xét hoặc lý do.", "Say what was found, or why.")) { Field = "Note" };

    private static RegisterEntryRow Open(RegisterEntryRow? row, string? register = null)
    {
        if (row is null) throw new RejectedException("entry-unknown", new Text("Không có mục này trong sổ.", "The register has no such entry."));
        if (register is not null && row.Register != register) throw new RejectedException("entry-elsewhere", new Text(
            "Mục này thuộc sổ khác.", "The entry belongs to another register."));
        return row.ClosedAt is null ? row : throw new RejectedException("entry-closed", new Text(
            $"Mục này đã đóng ngày {Wording.Date(VietnamTime.DateOf(row.ClosedAt.Value))}. Hãy ghi một mục mới.",
            $"The entry was closed on {Wording.Date(VietnamTime.DateOf(row.ClosedAt.Value))}. Write a new one."));
    }
}

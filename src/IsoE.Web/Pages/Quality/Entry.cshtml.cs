using IsoE.Office.Procedures;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>An entry of a register to be written, written anew, looked at again or closed.</summary>
public sealed class EntryModel(ReadRegister read, KeepRegister keep, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Register { get; set; } = "";

    /// <summary>Id of the entry; one made when the page was opened for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Entry { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public QualityRegister Definition { get; private set; } = null!;

    public EntryView? Known { get; private set; }

    public TypedForm Form => new(Definition.Fields, Answers, FormAnswers.ForDossier(Definition.Id, Shown.Day(clock.GetUtcNow())));

    /// <param name="related">Code of the dossier the new entry has to do with.</param>
    public async Task<IActionResult> OnGet(string? related, CancellationToken cancel)
    {
        if (QualityRegisters.Find(Register) is null) return NotFound();
        await Load(cancel);
        if (Entry is not null && Known is null) return NotFound();
        Entry ??= RowId.New(clock.GetUtcNow());
        if (Known is { } known) Answers = Definition.Fields.ToDictionary(field => field.Id, field => Typed(known, field));
        else if (related is not null && Definition.Fields.FirstOrDefault(field => field.Id is "reviewDossier" or "relatedDossier") is { } field) Answers[field.Id] = related;
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Do(() => keep.Record(Actor, Register, Entry!, Form.Values(null), CommandId, cancel), cancel);

    public Task<IActionResult> OnPostReview(CancellationToken cancel) => Do(() => keep.Review(Actor, Entry!, Note, CommandId, cancel), cancel);

    public Task<IActionResult> OnPostClose(CancellationToken cancel) => Do(() => keep.Close(Actor, Entry!, Note, CommandId, cancel), cancel);

    private async Task<IActionResult> Do(Func<Task> act, CancellationToken cancel)
    {
        if (QualityRegisters.Find(Register) is null || Entry is null) return NotFound();
        await Load(cancel);
        return await Attempt(
            async () =>
            {
                await act();
                return RedirectToPage("/Quality/Register", new { id = Register });
            },
            () => Task.CompletedTask,
            field => Definition.Fields.Any(each => each.Id == field) ? FieldView.NameOf(field) : field);
    }

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        Definition = QualityRegisters.Get(Register);
        Known = (await read.Run(Actor, Register, cancel)).Entries.FirstOrDefault(entry => entry.Row.InstanceId == Entry);
    }

    private static string? Typed(EntryView entry, FormField field) => field.Type == FieldType.Date
        ? entry.Row.Day(field.Id) is { } day ? Shown.Date(day) : null
        : entry.Row.ReadAnswers().TryGetProperty(field.Id, out var value) ? Values.ToText(value) : null;
}

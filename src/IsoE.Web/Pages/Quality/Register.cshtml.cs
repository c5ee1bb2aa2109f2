using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality.Registers;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>A register of the quality system: its entries, what they ask for, and the matrix where entries are rated.</summary>
public sealed class RegisterModel(ReadRegister read, KeepRegister keep) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public RegisterView View { get; private set; } = null!;

    public bool MayKeep => Visitor.May(Right.KeepRegisters) && !Visitor.IsAdministrator;

    public bool MayAcknowledge => View.Register.IsAcknowledged && View.Standing.Any() && !Visitor.IsAdministrator;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (QualityRegisters.Find(Id) is null) return NotFound();
        await Load(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAcknowledge(CancellationToken cancel) =>
        Act(Id, () => keep.Acknowledge(Actor, Id, cancel), () => Load(cancel));

    /// <summary>The entries that stand on one field of the 5×5 matrix.</summary>
    public IReadOnlyList<EntryView> At(int likelihood, int impact) =>
    [
        .. View.Standing.Where(entry => View.Register.Matrix is { } matrix
            && entry.Row.Number(matrix.LikelihoodField) == likelihood && entry.Row.Number(matrix.ImpactField) == impact),
    ];

    /// <summary>Level of a product: 1 low, 2 middle, 3 to be acted on.</summary>
    public int Level(int score) => score >= View.Register.Matrix!.ActFrom ? 3 : score * 2 >= View.Register.Matrix.ActFrom ? 2 : 1;

    /// <summary>What an entry says in a field, in words; null when it says nothing.</summary>
    public string? Said(EntryView entry, FormField field)
    {
        if (!entry.Row.ReadAnswers().TryGetProperty(field.Id, out var value)) return null;
        return field.Type switch
        {
            FieldType.Choice => field.Options.FirstOrDefault(option => option.Id == value.GetString()) is { } option ? T[option.Label] : value.GetString(),
            FieldType.Date => entry.Row.Day(field.Id) is { } day ? Shown.Date(day) : null,
            FieldType.YesNo => value.GetBoolean() ? T["có", "yes"] : T["không", "no"],
            _ => Values.ToText(value),
        };
    }

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        View = await read.Run(Actor, Id, cancel);
    }
}

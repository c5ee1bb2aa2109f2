using System.Globalization;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>What the officer noted about one paper.</summary>
public sealed class PaperTyped
{
    public string? State { get; set; }
    public string? Originals { get; set; }
    public string? Copies { get; set; }

    /// <summary>Whether the originals are kept only until they are given back.</summary>
    public bool Held { get; set; }
}

/// <summary>One line of the checklist: the component, whether it is needed, and what was noted.</summary>
/// <param name="IsRequired">Null when only a person can tell.</param>
public sealed record PaperLine(DossierComponent Component, bool? IsRequired, PaperTyped Typed, string? Error)
{
    private static readonly (string State, Text Label)[] All =
    [
        (ComponentStates.Enough, new("Đủ", "Enough")),
        (ComponentStates.Missing, new("Thiếu", "Missing")),
        (ComponentStates.NotNeeded, new("Không cần", "Not needed")),
    ];

    /// <summary>The checklist of a dossier as it was noted last, changed by what is typed now.</summary>
    public static IReadOnlyList<PaperLine> Of(DossierView view, IReadOnlyDictionary<string, PaperTyped> typed)
    {
        var noted = view.Dossier.ReadComponents().ToDictionary(check => check.ComponentId);
        return [.. view.Procedure.Procedure.Components.Select(component => new PaperLine(
            component, null, typed.GetValueOrDefault(component.Id) ?? Noted(noted.GetValueOrDefault(component.Id)), null))];
    }

    /// <summary>A paper that is always needed cannot be marked as not needed.</summary>
    public IEnumerable<(string State, Text Label)> Choices =>
        IsRequired == true ? All.Where(choice => choice.State != ComponentStates.NotNeeded) : All;

    public string? State => Typed.State is { Length: > 0 } typed && (IsRequired != true || typed != ComponentStates.NotNeeded)
        ? typed
        : IsRequired == false ? ComponentStates.NotNeeded : null;

    public string Originals => Typed.Originals ?? Component.Originals.ToString(CultureInfo.InvariantCulture);
    public string Copies => Typed.Copies ?? Component.Copies.ToString(CultureInfo.InvariantCulture);

    public (string State, string Originals, string Copies, string Held) Name =>
        ($"Papers[{Component.Id}].State", $"Papers[{Component.Id}].Originals", $"Papers[{Component.Id}].Copies", $"Papers[{Component.Id}].Held");

    public string OriginalsId => IdOf("originals");
    public string CopiesId => IdOf("copies");

    public string IdOf(string part) => $"paper-{Component.Id}-{part}";

    /// <summary>A paper nobody noted counts as missing; the counts are those noted, none for a missing one.</summary>
    public ComponentCheck Check()
    {
        var state = State ?? ComponentStates.Missing;
        return state == ComponentStates.Enough
            ? new ComponentCheck(Component.Id, Count(Originals), Count(Copies), state, Held: Typed.Held ? Count(Originals) : 0)
            : new ComponentCheck(Component.Id, 0, 0, state);
    }

    private static PaperTyped Noted(ComponentCheck? check) => check is null
        ? new PaperTyped()
        : new PaperTyped
        {
            State = check.State,
            Originals = check.Originals.ToString(CultureInfo.InvariantCulture),
            Copies = check.Copies.ToString(CultureInfo.InvariantCulture),
            Held = check.Held > 0,
        };

    private static int Count(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 999) : 0;
}

using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>A text from outside: law, decree, circular, standard.</summary>
/// <param name="EffectiveTo">Last day in force; null while none is known.</param>
/// <param name="IsRecorded">Whether the agency's list has it; otherwise this is what the procedures say that cite it.</param>
/// <param name="CitedBy">Codes of the procedures, in the newest version of each, that rest on it.</param>
public sealed record ExternalDocument(
    string Number,
    Text Title,
    string Issuer,
    ExternalKind Kind,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    string? ReplacedBy,
    Source Source,
    bool IsRecorded,
    IReadOnlyList<string> CitedBy)
{
    private const int SoonDays = 90;

    public bool IsExpired(DateOnly on) => EffectiveTo < on;

    /// <summary>In force, and within three months no longer.</summary>
    public bool ExpiresSoon(DateOnly on) => EffectiveTo >= on && EffectiveTo <= on.AddDays(SoonDays);

    /// <summary>Why a procedure that rests on it has to be looked at.</summary>
    public Text Warning() => ReplacedBy is { } other
        ? new Text(
            $"{Number} hết hiệu lực từ {FirstDayWithout()}, được thay thế bằng {other}.",
            $"{Number} is not in force since {FirstDayWithout()}; {other} has taken its place.")
        : new Text($"{Number} hết hiệu lực từ {FirstDayWithout()}.", $"{Number} is not in force since {FirstDayWithout()}.");

    private string FirstDayWithout() => Calendars.Wording.Date(EffectiveTo!.Value.AddDays(1));
}

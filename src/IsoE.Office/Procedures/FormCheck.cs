using System.Text.Json;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>The outcome of checking what was entered in a form.</summary>
/// <param name="Values">An object with the normalised values of the visible fields; only valid when there are no errors.</param>
/// <param name="Errors">One sentence for each field that does not stand, by field id.</param>
public sealed record FormCheck(JsonElement Values, IReadOnlyDictionary<string, Text> Errors)
{
    public bool IsValid => Errors.Count == 0;
}

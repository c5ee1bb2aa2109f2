using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Authoring;

/// <summary>One value of the preview with what it rests on.</summary>
/// <param name="Value">In words; empty when nothing is understood.</param>
/// <param name="ShowsWords">The document's words say more than the value.</param>
public sealed record ImportedField(string Value, Confidence Confidence, IReadOnlyList<SourceCell> Sources, Text? Remark, bool ShowsWords = true)
{
    public static ImportedField Of<T>(string value, Imported<T> imported, bool showsWords = true) =>
        new(value, imported.Confidence, imported.Sources, imported.Remark, showsWords);
}

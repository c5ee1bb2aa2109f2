using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>The name a content gives its procedure, for lists.</summary>
internal static class ContentName
{
    /// <returns>Null while the text cannot be read: a draft may break in the middle of an edit.</returns>
    public static Text? Of(ProcedureContent content) => ProcedureReader.Read(ContentReading.TextFile, content.Text).Procedure?.Name;
}

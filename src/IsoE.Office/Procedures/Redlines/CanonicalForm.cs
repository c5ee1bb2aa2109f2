namespace IsoE.Office.Procedures.Redlines;

/// <summary>
/// The content of a version written in one way: what is equal here differs in nothing but blanks, quotes, comments and
/// the like. A text that cannot be read stays as it is.
/// </summary>
public static class CanonicalForm
{
    public static ProcedureContent Of(ProcedureContent content) => new(FlowForm.Of(content.Flow).Write(), TextForm.Of(content.Text).Write());
}

namespace IsoE.Office.Procedures.Redlines;

/// <summary>A version of a procedure as its two texts.</summary>
/// <param name="Flow">The workflow definition, Elsa 3 JSON.</param>
/// <param name="Text">The ISO text: YAML front matter and Markdown.</param>
public sealed record ProcedureSource(string Flow, string Text)
{
    /// <summary>
    /// The same content written in one way: what is equal here differs in nothing but blanks, quotes, comments and the
    /// like. Texts that cannot be read stay as they are.
    /// </summary>
    public ProcedureSource Canonical() => new(FlowForm.Of(Flow).Write(), TextForm.Of(Text).Write());
}

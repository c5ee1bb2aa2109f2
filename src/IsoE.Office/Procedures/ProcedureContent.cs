namespace IsoE.Office.Procedures;

/// <summary>The two texts a version of a procedure consists of, byte for byte as their author wrote them.</summary>
/// <param name="Flow">The workflow definition: Elsa 3 JSON.</param>
/// <param name="Text">The ISO text: YAML front matter between lines of <c>---</c>, then Markdown.</param>
public sealed record ProcedureContent(string Flow, string Text);

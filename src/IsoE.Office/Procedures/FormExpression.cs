using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>
/// A condition of the ISO text, in the language of the definitions: <c>getInput('form').floors > 3</c> reads the
/// dossier form, <c>getInput('case')</c> the case, and in a form <c>variables.x</c> its own fields above this one.
/// </summary>
public sealed record FormExpression(string Source)
{
    /// <returns>The condition, or the reason why it is none.</returns>
    public static (FormExpression? Condition, Text? Problem) Parse(string source) => (new FormExpression(source), null);
}

using IsoE.Office.Procedures;

namespace IsoE.Web.Markup;

/// <summary>One declared field of a form with the name of its input and what was typed so far.</summary>
public sealed record FieldView(FormField Field, string Name, string? Value)
{
    /// <summary>The procedure whose form it is; null where no field depends on it.</summary>
    public ProcedureVersion? Version { get; init; }

    /// <summary>Inputs of declared forms bind to a dictionary called Answers.</summary>
    /// <param name="scope">The outcome the field belongs to, when the same field may stand twice on a page; else null.</param>
    public static string NameOf(string id, string? scope = null) => scope is null ? $"Answers[{id}]" : $"Answers[{scope}:{id}]";
}

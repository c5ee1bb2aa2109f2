using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>A paper (or piece of data) of the dossier.</summary>
/// <param name="Originals">Number of originals (bản chính) asked for.</param>
/// <param name="Copies">Number of copies (bản sao) asked for.</param>
/// <param name="Required">Whether it is always asked for.</param>
/// <param name="Condition">When a conditional one is asked for, in words; null for one that always is.</param>
/// <param name="When">The same as an expression over <c>getInput('form')</c> and <c>getInput('case')</c>; null when only a person can tell.</param>
/// <param name="Channels">Channels it is asked for in; all three when the text names none.</param>
public sealed record DossierComponent(
    string Id,
    Text Name,
    int Originals,
    int Copies,
    ComponentRequirement Required,
    Text? Condition,
    FormExpression? When,
    ComponentAct Act,
    IReadOnlyList<Channel> Channels,
    string? BlankForm,
    Source Source)
{
    /// <summary>
    /// Whether the component must be there for this form: true, false, or null when only a person can tell.
    /// </summary>
    public bool? IsRequired(FormAnswers answers, Channel channel)
    {
        if (!Channels.Contains(channel)) return false;
        if (Required == ComponentRequirement.Always) return true;
        return When?.Holds(answers);
    }
}

public enum ComponentRequirement { Always, Conditional }

/// <summary>What is done with a component: handed in (nộp), shown (xuất trình), looked up by the agency (tra cứu).</summary>
public enum ComponentAct { Submit, Show, LookUp }

/// <summary>How a dossier comes in; the numbers are the national code list <c>KenhThucHien</c>.</summary>
public enum Channel { Direct = 1, Online = 2, Post = 3 }

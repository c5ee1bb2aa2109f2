using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Markup;

/// <summary>How the quantity of a dossier component is written: "nộp 1 bản chính, 1 bản sao".</summary>
public static class ComponentWords
{
    public static Text Act(ComponentAct act) => act switch
    {
        ComponentAct.Show => new("xuất trình", "shown"),
        ComponentAct.LookUp => new("cơ quan tra cứu", "looked up by the agency"),
        _ => new("nộp", "handed in"),
    };

    public static Text Quantity(DossierComponent component)
    {
        var act = Act(component.Act);
        var vi = new List<string>();
        var en = new List<string>();
        if (component.Originals > 0)
        {
            vi.Add($"{component.Originals} bản chính");
            en.Add(component.Originals == 1 ? "1 original" : $"{component.Originals} originals");
        }

        if (component.Copies > 0)
        {
            vi.Add($"{component.Copies} bản sao");
            en.Add(component.Copies == 1 ? "1 copy" : $"{component.Copies} copies");
        }

        return vi.Count == 0 ? act : new Text($"{act.Vi} {string.Join(", ", vi)}", $"{string.Join(", ", en)} {act.En}");
    }
}

using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>What the agency looks up by itself counts only where the case asks for it: the receipt lists nothing else.</summary>
public sealed class LookedUpComponentTests
{
    private static readonly Procedure Birth = ProcedureLibrary.Load(AppContext.BaseDirectory).GetInForce("1.001193", new DateOnly(2026, 11, 2)).Procedure;

    [TestCase("data", ComponentStates.Enough)]
    [TestCase("certificate", ComponentStates.NotNeeded)]
    public void Data_of_the_hospital_are_looked_up_only_when_it_has_sent_them(string proof, string state)
    {
        var form = JsonSerializer.SerializeToElement(new { birthProof = proof, surrogacy = false, foreignPapers = false });
        var answers = FormAnswers.OfDossier("standard", form, new DateOnly(2026, 11, 2));
        var found = Birth.Components.Where(component => component.Act != ComponentAct.LookUp)
            .Select(component => new ComponentCheck(component.Id, component.Originals, component.Copies, ComponentStates.Enough)).ToList();

        var checks = ReceptionCheck.ComponentsOf(Birth, Channel.Direct, answers, found);

        Assert.That(checks.Single(check => check.ComponentId == "birth-data").State, Is.EqualTo(state));
    }
}

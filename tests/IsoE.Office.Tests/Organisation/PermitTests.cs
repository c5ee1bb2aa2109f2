using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Organisation;

public sealed class PermitTests
{
    private static readonly Matter InEconomy = new("A", ["economy"], ["an"], [Roles.Specialist], "1.001612");

    [Test]
    public void A_role_of_the_unit_reaches_the_matters_of_the_unit() =>
        Assert.That(Permit.Allows(Person("head", new Grant(Roles.DivisionHead, ["economy"])), Right.ReassignTask, InEconomy));

    [Test]
    public void A_role_of_another_unit_does_not_reach_it() =>
        Assert.That(Permit.Allows(Person("head", new Grant(Roles.DivisionHead, ["culture"])), Right.ReassignTask, InEconomy), Is.False);

    [Test]
    public void A_person_of_another_agency_is_always_refused() =>
        Assert.That(
            Permit.Allows(new Actor("B", "head", "Trưởng", [new Grant(Roles.AgencyLeader)]), Right.ReadDossier, InEconomy), Is.False);

    [Test]
    public void Assigned_reaches_who_works_on_it_and_who_can_claim_it()
    {
        var doer = Person("an", new Grant(Roles.Specialist, ["culture"]));
        var claimer = Person("binh", new Grant(Roles.Specialist, ["economy"]));
        var closed = InEconomy with { RolesWanted = [] };

        Assert.That(Permit.Allows(doer, Right.ChangeDossier, closed));
        Assert.That(Permit.Allows(claimer, Right.ChangeDossier, InEconomy));
        Assert.That(Permit.Allows(claimer, Right.ChangeDossier, closed), Is.False);
    }

    [Test]
    public void A_delegation_for_one_procedure_does_not_reach_another()
    {
        var delegated = Person("an", new Grant(Roles.AgencyLeader, DelegationId: "d", OnBehalfOf: "chair", Procedure: "1.004873"));

        Assert.That(Permit.Allows(delegated, Right.StopDossier, InEconomy), Is.False);
        Assert.That(Permit.Allows(delegated, Right.StopDossier, InEconomy with { Procedure = "1.004873" }));
    }

    [Test]
    public void A_refusal_names_the_roles_that_may()
    {
        var refusal = Assert.Throws<RejectedException>(() => Permit.Require(Person("an", new Grant(Roles.Cashier)), Right.StopDossier))!;

        Assert.That(refusal.Code, Is.EqualTo("not-allowed"));
        Assert.That(refusal.Reason.En, Does.Contain("Agency leader"));
    }

    [Test]
    public void An_administrator_with_a_second_role_still_decides_on_nothing()
    {
        var both = Person("an", new Grant(Roles.TenantAdmin), new Grant(Roles.AgencyLeader));

        Assert.That(Assert.Throws<RejectedException>(() => Permit.RefuseAdministrators(both))!.Code, Is.EqualTo("sod-7"));
    }

    private static Actor Person(string id, params Grant[] grants) => new("A", id, "Nguyễn Văn An", grants);
}

using IsoE.Office.Organisation;

namespace IsoE.Office.Tests.Organisation;

public sealed class RightsTests
{
    /// <summary>The matrix is part of the product's promise: a change of it is a change of this file, seen in review.</summary>
    [Test]
    public void The_matrix_of_roles_and_rights_is_the_golden_one()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Organisation", "rights.golden.txt"));

        Assert.That(Matrix(), Is.EqualTo(golden));
    }

    [Test]
    public void Administrators_hold_no_right_to_decide_on_dossiers()
    {
        var deciding = Rights.All.Where(right => right.Code.Split('.')[0] is "dossier" or "supplement" or "withdrawal" or "extension" or "result" or "fee" or "task");

        Assert.That(
            deciding.SelectMany(right => Roles.Administrators.Select(role => Rights.Of(right, role))),
            Is.All.EqualTo(Reach.None));
    }

    [Test]
    public void External_auditors_change_nothing()
    {
        var held = Rights.All.Where(right => Rights.Of(right, Roles.ExternalAuditor) != Reach.None).Select(right => right.Code.Split('.')[1]);

        Assert.That(held.Distinct(), Is.SubsetOf(new[] { "read", "export" }));
    }

    [Test]
    public void Every_right_names_roles_that_exist() =>
        Assert.That(Rights.All.SelectMany(Rights.RolesWith).Distinct(), Is.SubsetOf(Roles.All.Keys));

    private static string Matrix()
    {
        var lines = Rights.All.SelectMany(right => Roles.All.Keys
            .Where(role => Rights.Of(right, role) != Reach.None)
            .Select(role => $"{right.Code} {role} {Rights.Of(right, role)}"));
        return string.Join('\n', lines) + "\n";
    }
}

using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A field for an agency offers those that can be addressed: others than the own one that settle what is handed to them.</summary>
public sealed class PartnerAgencyTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        await using var db = _bed.Office.OpenDb();
        db.AddRange(Agency("G12.29.05", "Thuế cơ sở", "province", "tax"), Agency("H29.199", "Ủy ban nhân dân xã cũ", "commune", "committee", new DateOnly(2026, 10, 31)));
        await db.SaveChangesAsync();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCase("1.004873", "verificationAgency", "H29.151", TestName = "Communes_that_stand_today_are_asked_about_former_residents")]
    [TestCase("1.013831", "taxAgency", "G12.29.05", TestName = "The_tax_office_is_asked_about_taxes")]
    [TestCase("3.000722", "insuranceAgency", "", TestName = "Nobody_is_offered_where_nobody_settles_it")]
    public async Task Offers(string procedure, string field, string expected)
    {
        var version = await _bed.Run<ProcedureLibrary, ProcedureVersion>(library => Task.FromResult(library.FindInForce(procedure, new DateOnly(2026, 11, 2))!));

        var offered = await _bed.Run<PartnerAgencies, IReadOnlyList<Agency>>(partners => partners.Of(version, field, default));

        Assert.That(string.Join(' ', offered.Select(agency => agency.Id)), Is.EqualTo(expected));
    }

    private static Agency Agency(string id, string name, string level, string kind, DateOnly? to = null) => new()
    {
        Id = id,
        NameVi = name,
        NameEn = name,
        Level = level,
        Kind = kind,
        FromOn = Samples.Founded,
        ToOn = to,
    };
}

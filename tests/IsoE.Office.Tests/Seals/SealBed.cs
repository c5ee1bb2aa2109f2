using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests.Seals;

/// <summary>An agency whose histories are sealed.</summary>
internal static class SealBed
{
    public static async Task<TestOffice> Start(DatabaseKind kind)
    {
        var office = await TestOffice.Start(kind, TestFacts.Configure);
        await using var db = office.OpenDb();
        db.Add(new Agency
        {
            Id = TestOffice.Agency,
            NameVi = "Xã Mẫu",
            NameEn = "Mau commune",
            Level = AgencyKinds.Commune,
            Kind = AgencyKinds.Committee,
            FromOn = new DateOnly(2025, 7, 1),
        });
        await db.SaveChangesAsync();
        return office;
    }

    /// <param name="tick">A minute later than whatever was before.</param>
    public static async Task<SealRow> Seal(this TestOffice office, bool tick = true)
    {
        if (tick) office.Clock.Now += TimeSpan.FromMinutes(1);
        return await office.Get<SealHistory>().Seal(TestOffice.Agency, "an", default);
    }
}

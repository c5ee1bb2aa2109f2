using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Retention;

/// <summary>What minutes of destruction and registers of hand-overs have in common.</summary>
public sealed class ArchivePaper(OfficeDb db, ProcedureLibraries libraries)
{
    /// <param name="number">Number and sign, for example <c>03/2026/BB</c>.</param>
    internal async Task<Letterhead> Head(string agencyId, string number, DateTimeOffset at, CancellationToken cancel)
    {
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == agencyId, cancel);
        var upper = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == agency.ParentId, cancel);
        return new Letterhead(upper?.NameVi ?? "", agency.NameVi, number, Wording.PlaceAndDate(agency.Place ?? agency.NameVi, VietnamTime.DateOf(at)));
    }

    internal string ProcedureOf(string agencyId, string code, int version) => libraries.Of(agencyId).Get(code, version).Procedure.Name.Vi;

    internal static string Period(DateOnly from, DateOnly to) => from == to ? Wording.ShortDate(from) : $"{Wording.ShortDate(from)} – {Wording.ShortDate(to)}";

    internal static string Until(DateOnly day) => $"hết ngày {Wording.ShortDate(day)}";

    internal static string Moment(DateTimeOffset at) => Wording.TimeAndDate(VietnamTime.ToLocal(at));

    internal static Signer Signs(string title, string name) => new([title], "(Ký và ghi rõ họ tên)", name);
}

using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>What an agency says of itself on papers, and how it wants to work.</summary>
/// <param name="Place">Place name before the date of a document, for example <c>Phường Kim Liên</c>.</param>
/// <param name="RequiresAcknowledgement">Whether only people who have confirmed that they have read a version may take its tasks.</param>
public sealed record AgencyParticulars(string? Address, string? Phone, string? Place, bool RequiresAcknowledgement)
{
    /// <summary>Where people submit online; dossiers received before keep the way they were received under.</summary>
    public PortalMode PortalMode { get; init; }

    /// <summary>From and until when at night no messages leave; both null for none.</summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietTo { get; init; }
}

/// <summary>Changes the particulars of the own agency. Its name and identifier change only with the agency itself.</summary>
public sealed class SaveAgency(OfficeDb db, OrganisationLog log)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>quiet-hours</c>: only one end is given; <c>busy</c>.</exception>
    public async Task Run(Actor actor, AgencyParticulars particulars, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        if (particulars.QuietFrom is null != particulars.QuietTo is null)
            throw new RejectedException("quiet-hours", new Text(
                "Nhập cả giờ bắt đầu và giờ kết thúc không gửi tin, hoặc để trống cả hai.",
                "Enter both the beginning and the end of the quiet hours, or leave both empty."))
            { Field = particulars.QuietFrom is null ? "QuietFrom" : "QuietTo" };
        var agency = await db.Set<Agency>().SingleAsync(row => row.Id == actor.AgencyId, cancel);
        (agency.Address, agency.Phone, agency.Place) = (Blank(particulars.Address), Blank(particulars.Phone), Blank(particulars.Place));
        agency.RequiresAcknowledgement = particulars.RequiresAcknowledgement;
        agency.PortalMode = particulars.PortalMode;
        (agency.QuietFrom, agency.QuietTo) = (particulars.QuietFrom, particulars.QuietTo);
        await log.Save(actor, cancel);
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Compose(typed.Trim());
}

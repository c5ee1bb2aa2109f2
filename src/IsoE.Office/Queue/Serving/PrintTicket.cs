using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Serving;

/// <summary>A number on a roll of 80 mm, with the address under which its holder sees how many are before.</summary>
public sealed class PrintTicket(OfficeDb db, ReadQueueSetup setup, Typesetter typesetter, RecordOptions options)
{
    public async Task<PrintedDocument> Run(TicketRow ticket, CancellationToken cancel)
    {
        var arranged = await setup.Run(ticket.AgencyId, cancel);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == ticket.AgencyId, cancel);
        var form = new QueueTicket
        {
            Agency = agency.NameVi,
            Number = ticket.Number,
            Field = arranged.FindField(ticket.FieldCode)?.NameVi ?? ticket.FieldCode,
            Priority = arranged.FindGroup(ticket.Priority)?.NameVi ?? "",
            TakenAt = IsoE.Documents.Forms.Wording.ShortTime(VietnamTime.ToLocal(ticket.TakenAt)),
            Address = AddressOf(ticket),
        };
        var pdf = await typesetter.Render(form.ToJob(ticket.TakenAt, overrides: ticket.AgencyId), cancel);
        return new PrintedDocument(pdf, $"{ticket.Number}.pdf");
    }

    /// <summary>Where the holder of a number follows the queue.</summary>
    public string AddressOf(TicketRow ticket) => $"{options.PublicAddress}/q/{ticket.Secret}";
}

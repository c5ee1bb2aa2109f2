using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Messages;

/// <summary>Which messages a list shows.</summary>
public enum MessageFilter
{
    All,
    Waiting,

    /// <summary>Given up after the last attempt.</summary>
    GivenUp,

    /// <summary>Nobody has been reached: no address, not wanted, too late.</summary>
    NotSent,
    Sent,
}

/// <param name="Next">Id of the message after which the following page begins; null on the last.</param>
public sealed record MessagePage(IReadOnlyList<MessageLine> Lines, string? Next);

/// <summary>Reads the messages of an agency, the latest first. Those of confidential dossiers are left out (SoD-10).</summary>
public sealed class ListMessages(OfficeDb db, DossierMessages messages)
{
    private const int Size = 50;

    /// <param name="code">Code of a dossier or the beginning of one; null for all.</param>
    /// <param name="after">Id of the last message of the page before; null for the first.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<MessagePage> Run(Actor actor, MessageFilter filter, string? code, string? after, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadMessages);
        var rows = Of(filter);
        if (!string.IsNullOrWhiteSpace(code))
            rows = rows.Where(row => db.Set<DossierRow>().Any(dossier => dossier.InstanceId == row.InstanceId && dossier.Code.StartsWith(code.Trim())));
        if (after is not null && await db.Set<MessageRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == after, cancel) is { } last)
            rows = rows.Where(row => row.RequestedAt < last.RequestedAt || (row.RequestedAt == last.RequestedAt && string.Compare(row.Id, last.Id) < 0));
        var found = await messages.Read(rows.OrderByDescending(row => row.RequestedAt).ThenByDescending(row => row.Id).Take(Size + 1), cancel);
        var ordered = found.OrderByDescending(line => line.RequestedAt).ThenByDescending(line => line.Id, StringComparer.Ordinal).ToList();
        return new MessagePage([.. ordered.Take(Size)], ordered.Count > Size ? ordered[Size - 1].Id : null);
    }

    private IQueryable<MessageRow> Of(MessageFilter filter)
    {
        var open = db.Set<MessageRow>().Where(row => !db.Set<DossierRow>().Any(dossier => dossier.InstanceId == row.InstanceId && dossier.IsConfidential));
        return filter switch
        {
            MessageFilter.Waiting => open.Where(row => row.Status == MessageState.Pending && !GivenUp.Any(item => item.Key == row.Id)),
            MessageFilter.GivenUp => open.Where(row => row.Status == MessageState.Pending && GivenUp.Any(item => item.Key == row.Id)),
            MessageFilter.NotSent => open.Where(row => row.Status == MessageState.NoAddress || row.Status == MessageState.NotWanted || row.Status == MessageState.Expired),
            MessageFilter.Sent => open.Where(row => row.Status == MessageState.Sent),
            _ => open,
        };
    }

    private IQueryable<OutboxRow> GivenUp => db.Outbox.Where(item => item.Topic == MessageProjection.SendTopic && item.Status == OutboxStatus.Dead);
}

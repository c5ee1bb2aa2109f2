using CloudNative.CloudEvents;

namespace IsoE.Office.NationalPortal.Adapters;

/// <summary>The boundary to the other side: everything that is particular to a ministry's interface stands behind it.</summary>
/// <remarks>
/// Chosen by configuration: <see cref="CloudEventsPortal"/> speaks CloudEvents over HTTP, <see cref="PortalFolder"/> writes
/// files. A further one is a class here and a line in the registration.
/// </remarks>
public interface IPortalAdapter
{
    /// <summary>Tells the other side of an event and has it acknowledged.</summary>
    /// <exception cref="IsoE.Office.Storage.Outbox.NotDeliverableException">It refuses this event for good; says why.</exception>
    /// <exception cref="Exception">It was not acknowledged: it may or may not have been taken, and is told again.</exception>
    Task<PortalReceipt> Push(CloudEvent told, CancellationToken cancel);

    /// <summary>What the other side holds of an agency's dossiers received from a day on; null when it cannot be asked.</summary>
    Task<IReadOnlyList<PortalDossier>?> ReadStates(string agencyId, DateOnly from, CancellationToken cancel);
}

/// <summary>The acknowledgement of one event.</summary>
/// <param name="Id">Of the event that is acknowledged.</param>
/// <param name="Outcome"><c>applied</c>, <c>duplicate</c> or <c>stale</c>.</param>
public sealed record PortalReceipt(string Id, string Outcome);

/// <summary>A dossier as the other side holds it.</summary>
public sealed record PortalDossier(string Code, int Status, long Sequence, DateTimeOffset? PromisedAt);

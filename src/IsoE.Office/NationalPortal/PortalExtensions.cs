using System.Globalization;
using CloudNative.CloudEvents;

namespace IsoE.Office.NationalPortal;

/// <summary>What our events say beyond CloudEvents 1.0: their place among those of one dossier.</summary>
public static class PortalExtensions
{
    /// <summary>Grows by any amount in what we send, by one from 1 on in what is sent to us.</summary>
    public static CloudEventAttribute Sequence { get; } = CloudEventAttribute.CreateExtension("sequence", CloudEventAttributeType.String);

    public static IReadOnlyList<CloudEventAttribute> All { get; } = [Sequence];

    /// <summary>The sequence of the event; null when it has none.</summary>
    public static long? SequenceOf(CloudEvent told) =>
        long.TryParse(told[Sequence] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}

using System.Globalization;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;

namespace IsoE.Office.NationalPortal;

/// <summary>Has the portal told of every state of the dossiers of agencies that work with it.</summary>
/// <remarks>A dossier keeps the way it was received under: one received before the agency joined stays local.</remarks>
internal sealed class PortalProjection(PortalModes modes) : IProjection
{
    public const string PushTopic = "push-status";

    public void Apply(Step step, RecordedEvent recorded)
    {
        if (step.Find<DossierRow>() is not { } dossier) return;
        if (recorded.Fact is DossierReceived { ParentInstanceId: null, IsConfidential: false } && modes.Of(step.AgencyId) is PortalMode.NationalSync)
            step.Record(new NationalSyncBegun());
        if (dossier.SyncSequence == recorded.Sequence)
            step.Enqueue(PushTopic, KeyOf(step.InstanceId, recorded.Sequence), OfficeJson.Write(PortalStatus.Of(dossier)));
    }

    /// <summary>Sorts as the history does.</summary>
    public static string KeyOf(string instanceId, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{instanceId}/{sequence:0000000000}");

    public static long SequenceOf(string key) => long.Parse(key.AsSpan(key.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}

using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;

namespace IsoE.Office.NationalPortal.Adapters;

/// <summary>Writes the events into a folder, for installations that are not connected yet: <c>CODE-SEQUENCE.json</c>.</summary>
internal sealed class PortalFolder(PortalOptions options) : IPortalAdapter
{
    private static readonly JsonEventFormatter Formatter = new();

    public async Task<PortalReceipt> Push(CloudEvent told, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Folder);
        var name = $"{told.Subject}-{told[PortalExtensions.Sequence]}.json";
        await File.WriteAllBytesAsync(Path.Combine(options.Folder, name), Formatter.EncodeStructuredModeMessage(told, out _).ToArray(), cancel);
        return new PortalReceipt(told.Id!, "applied");
    }

    public Task<IReadOnlyList<PortalDossier>?> ReadStates(string agencyId, DateOnly from, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PortalDossier>?>(null);
}

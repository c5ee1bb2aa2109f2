namespace IsoE.Office.Dossiers;

/// <summary>A time during which the legal clock of the dossier stood still, or stands.</summary>
/// <param name="WaitsFor">See <see cref="IsoE.Workflows.Execution.Pauses"/>.</param>
/// <param name="To">Null while it stands still.</param>
public sealed record DossierPause(
    string BookmarkId, string ActivityInstanceId, string WaitsFor, DateTimeOffset From, DateTimeOffset? To);

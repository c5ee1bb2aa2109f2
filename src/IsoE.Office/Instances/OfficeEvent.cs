namespace IsoE.Office.Instances;

/// <summary>A fact in the life of a dossier that the engine does not know, for example <c>DossierReceived</c>.</summary>
/// <remarks>
/// Records of plain values; they share the history of the instance with the engine's events. Each is registered with
/// <c>AddOfficeEvent</c> under its type name; a published event never changes its name or its meaning.
/// </remarks>
public abstract record OfficeEvent;

namespace IsoE.Office.Instances;

/// <summary>Leaves a step that is decided on what was read before it, when that is not the last any more: it is read again.</summary>
internal sealed class OvertakenException : Exception;

namespace IsoE.Office.Instances;

/// <summary>The bookmark of another instance that waits for this one to end.</summary>
public sealed record ParentLink(string AgencyId, string InstanceId, string BookmarkId);

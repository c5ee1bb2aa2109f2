namespace IsoE.Office.Instances.Incidents;

/// <summary>Somebody answers for an incident from now on.</summary>
public sealed record IncidentTaken(string ActivityInstanceId, string PersonId, string PersonName) : OfficeEvent;

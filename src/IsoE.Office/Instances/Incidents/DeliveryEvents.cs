using IsoE.Workflows;

namespace IsoE.Office.Instances.Incidents;

/// <summary>Somebody answers for something that was given up after its last attempt.</summary>
public sealed record DeliveryTaken(string ItemId, Text What, string PersonName) : OfficeEvent;

/// <summary>Somebody put what was given up back into the queue.</summary>
public sealed record DeliverySentAgain(string ItemId, Text What, string PersonName) : OfficeEvent;

using IsoE.Office.Instances;

namespace IsoE.Office.Dossiers.Post;

/// <summary>The result is to be fetched by the post.</summary>
/// <param name="Fee">Whole đồng.</param>
public sealed record PostOrdered(string OrderId, string Sender, string Receiver, string Phone, string Address, long Fee) : OfficeEvent;

/// <summary>The post has told where the consignment is.</summary>
public sealed record PostMoved(string OrderId, PostState State, string? TrackingNumber, string? Note) : OfficeEvent;

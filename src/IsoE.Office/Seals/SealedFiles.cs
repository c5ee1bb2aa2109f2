namespace IsoE.Office.Seals;

/// <summary>A kind of file whose bytes are sealed; a capability that keeps files registers it with <c>AddSealedFiles</c>.</summary>
/// <param name="Kind">Name in the entries of the seal: <c>record</c>, <c>attachment</c>.</param>
/// <param name="Table">Table with the columns <c>agency_id</c>, <c>id</c> and <c>sha256</c>, null while there is no file yet.</param>
public sealed record SealedFiles(string Kind, string Table);

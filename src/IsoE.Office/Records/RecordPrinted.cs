using IsoE.Office.Instances;

namespace IsoE.Office.Records;

/// <summary>The PDF of a record was made and is kept; from here on its bytes cannot change unnoticed.</summary>
/// <param name="Sha256">Of the PDF, lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record RecordPrinted(string RecordId, string Sha256, long Size) : OfficeEvent;

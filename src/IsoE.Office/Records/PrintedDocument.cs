namespace IsoE.Office.Records;

/// <summary>A document ready to be opened or saved.</summary>
/// <param name="FileName">ASCII, with extension.</param>
public sealed record PrintedDocument(byte[] Pdf, string FileName);

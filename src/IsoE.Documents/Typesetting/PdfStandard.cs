namespace IsoE.Documents.Typesetting;

/// <summary>The standard a PDF is written to; one per document.</summary>
public enum PdfStandard
{
    /// <summary>PDF/A-2a: records without embedded files. Tagged, for long keeping.</summary>
    A2a,

    /// <summary>PDF/A-3a: as 2a, for documents that will carry embedded files.</summary>
    A3a,

    /// <summary>PDF/UA-1: accessible documents that are not kept as records.</summary>
    Ua1,
}

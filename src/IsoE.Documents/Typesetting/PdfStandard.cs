namespace IsoE.Documents.Typesetting;

/// <summary>The standard of archives that a PDF is written to. Every document is PDF/UA-1 as well: it can be read aloud.</summary>
public enum PdfStandard
{
    /// <summary>PDF/A-2a: records without embedded files. Tagged, for long keeping.</summary>
    A2a,

    /// <summary>PDF/A-3a: as 2a, for documents that will carry embedded files.</summary>
    A3a,
}

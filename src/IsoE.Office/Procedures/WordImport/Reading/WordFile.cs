using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Opens a Word file nobody can be trusted to have sent in good faith.</summary>
/// <remarks>Nothing outside the file is ever fetched: external relationships are not even looked at.</remarks>
internal static class WordFile
{
    /// <summary>Largest file taken.</summary>
    public const int LongestFile = 20 * 1024 * 1024;

    /// <summary>Reads the file.</summary>
    /// <exception cref="RejectedException">It is no .docx, or one that is too large, encrypted, damaged, or has macros.</exception>
    public static WordContent Read(Stream file)
    {
        using var bytes = Bounded(file);
        FileKind.RefuseOthers(bytes);
        PackageBounds.Check(bytes);
        bytes.Position = 0;
        try
        {
            // Editable, in memory: the library mends addresses of links that are none before it goes on.
            using var document = WordprocessingDocument.Open(bytes, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = PackageBounds.LongestPart,
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
            });
            RefuseMacros(document);
            return document.MainDocumentPart?.Document?.Body is { }
                ? new ContentReader(document.MainDocumentPart).Read()
                : throw WordRejections.NotWord();
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException
            or InvalidOperationException or FormatException or UriFormatException or ArgumentException)
        {
            throw WordRejections.Damaged(damage.Message);
        }
    }

    private static void RefuseMacros(WordprocessingDocument document)
    {
        var macros = document.DocumentType is DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument
            or DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledTemplate;
        if (macros || document.MainDocumentPart?.VbaProjectPart is not null) throw WordRejections.Macros();
    }

    private static MemoryStream Bounded(Stream file)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > LongestFile) throw WordRejections.TooLarge(LongestFile / 1024 / 1024);
            bytes.Write(buffer, 0, read);
        }
        return bytes;
    }
}
